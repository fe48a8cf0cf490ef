using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Casework;

public sealed class AttachmentTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_taken_and_lies_sealed_on_the_disk()
    {
        using var response = await UploadAsync(Png, "身份证.png");

        var uploaded = await response.ReadJsonAsync();
        Assert.Equal("image/png", uploaded.Text("type"));
        Assert.Equal(Png.Length, uploaded.GetProperty("size").GetInt64());
        foreach (var file in Directory.GetFiles(shared.Server.Data, "*", SearchOption.AllDirectories).Where(file => !file.Contains("casework.db", StringComparison.Ordinal)))
            Assert.DoesNotContain("IHDR", await ReadSharedAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ\u0090\0", "照片.jpg")]
    [InlineData("<script>alert(1)</script>", "照片.png")]
    [InlineData("", "空的.png")]
    public async Task What_is_no_picture_or_paper_is_refused_whatever_it_is_called(string content, string name)
    {
        using var response = await UploadAsync(System.Text.Encoding.Latin1.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("attachment.", (await ProblemAsync(response)).Text("code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using var response = await UploadAsync([.. Png, .. new byte[64 * 1024 * 1024]], "大.png");
        await response.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "attachment.tooLarge");
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var response = await shared.Client.PostAsync("/api/v1/attachments", form);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "attachment.missing");
    }

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await shared.Client.PostAsync("/api/v1/attachments", form);
    }

    private static async Task<System.Text.Json.JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        using var document = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}

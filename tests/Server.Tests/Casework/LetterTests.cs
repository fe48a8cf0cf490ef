using System.Net;
using LegalService.Casework.Audit;
using LegalService.Casework.Letters;
using LegalService.Casework.Papers;
using LegalService.Contracts;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Casework;

public sealed class LetterTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    [Fact]
    public async Task A_letter_that_was_issued_is_read_and_downloaded_with_number_and_code_and_with_nothing_else()
    {
        var sent = await shared.Api.SubmitAsync(new SubmissionRequest("legal-aid", await Citizen.FillInAsync(shared.Api, "legal-aid", 41)), CaseworkServer.NewKey());
        var desk = shared.Server.Services.GetRequiredService<LetterDesk>();
        var clerk = Actor.Staff("narisu");
        var draft = (await desk.DraftAsync(sent.Number, "aid-received", clerk, CancellationToken.None)).Value!;
        Assert.True((await desk.IssueAsync(new(sent.Number, draft.Version, clerk), draft.Template, draft.Text, CancellationToken.None)).Succeeded);

        var listed = Assert.Single((await shared.Api.LookupAsync(new LookupRequest(sent.Number, sent.Code))).Letters!);
        var letter = await shared.Api.LetterAsync(new LetterRequest(sent.Number, sent.Code, listed.Id));
        using var file = await shared.Api.LetterFileAsync(new LetterRequest(sent.Number, sent.Code, listed.Id));

        Assert.Equal(("受理通知书", listed.Number), (letter.Title, letter.Number));
        Assert.Equal(("title", "法律援助申请受理通知书"), (letter.Lines[0].Kind, letter.Lines[0].Text));
        Assert.Equal((PaperDocument.MediaType, $"受理通知书 {listed.Number}.docx"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileNameStar));
        await Refused.WithAsync("request.notFound", HttpStatusCode.NotFound, () => shared.Api.LetterAsync(new LetterRequest(sent.Number, "AAAA2222", listed.Id)));
        await Refused.WithAsync("letter.notFound", HttpStatusCode.NotFound, () => shared.Api.LetterAsync(new LetterRequest(sent.Number, sent.Code, "none")));
    }
}

using System.Net;
using System.Net.Http.Json;
using LegalService.Contracts;
using LegalService.Server.Tests.Hosting;
using LegalService.Support;
using QRCoder;

namespace LegalService.Server.Tests.Casework;

public sealed class SlipTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task Number_and_code_are_drawn_as_a_code_that_holds_both_and_no_address()
    {
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 1)), CaseworkServer.NewKey());

        using var response = await Api.QrAsync(new QrRequest(sent.Number.ToLowerInvariant(), sent.Code));

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        using var data = QRCodeGenerator.GenerateQrCode($"{sent.Number} {sent.Code}", QRCodeGenerator.ECCLevel.M);
        using var expected = new SvgQRCode(data);
        Assert.Equal(expected.GetGraphic(4), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_no_number_and_no_code_is_not_drawn()
    {
        using var number = await Api.QrAsync(new QrRequest("http://127.0.0.1/", "ABCDEFGH"));
        using var code = await Api.QrAsync(new QrRequest("A261125-482913-" + Check(), "ABC"));

        await number.AssertProblemAsync(HttpStatusCode.BadRequest, "qr.number");
        await code.AssertProblemAsync(HttpStatusCode.BadRequest, "qr.code");
    }

    [Fact]
    public async Task Only_the_gateway_gives_receipts()
    {
        var receipt = new ReceiptRequest(Guid.NewGuid().ToString("N"), "delivered");

        using var none = await shared.Client.PostAsJsonAsync("/api/v1/receipts", receipt);
        using var wrong = await PostAsync(receipt, "guess");
        using var right = await PostAsync(receipt, CaseworkServer.ReceiptToken);
        using var state = await PostAsync(receipt with { State = "lost" }, CaseworkServer.ReceiptToken);

        await none.AssertProblemAsync(HttpStatusCode.Forbidden, "receipt.forbidden");
        await wrong.AssertProblemAsync(HttpStatusCode.Forbidden, "receipt.forbidden");
        await right.AssertProblemAsync(HttpStatusCode.NotFound, "receipt.unknown");
        await state.AssertProblemAsync(HttpStatusCode.BadRequest, "receipt.state");
    }

    [Theory]
    [InlineData("/api/v1/holds", "{}")]
    [InlineData("/api/v1/appointments", """{"slotId":"x"}""")]
    [InlineData("/api/v1/requests", """{"service":"legal-aid"}""")]
    [InlineData("/api/v1/requests/lookup", """{"number":null,"code":null}""")]
    [InlineData("/api/v1/waiting-list", "{}")]
    [InlineData("/api/v1/queue", "{}")]
    [InlineData("/api/v1/feedback", "{}")]
    [InlineData("/api/v1/qr", "{}")]
    public async Task A_body_without_what_the_route_needs_is_refused_and_no_fault_of_the_server(string address, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await shared.Client.PostAsync(address, content);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    private static char Check() => Enumerable.Range('0', 10).Select(digit => (char)digit)
        .Single(digit => LegalService.Casework.Numbers.CaseNumber.Normalise("A261125-482913-" + digit) is not null);

    private async Task<HttpResponseMessage> PostAsync(ReceiptRequest receipt, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/receipts") { Content = JsonContent.Create(receipt) };
        request.Headers.Authorization = new("Bearer", token);
        return await shared.Client.SendAsync(request);
    }
}

using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LegalService.Casework.Audit;
using LegalService.Casework.Documents;
using LegalService.Casework.Papers;
using LegalService.Casework.Requests;
using LegalService.Contracts;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Casework;

public sealed class DocumentTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task Every_document_is_had_as_a_sound_word_file_and_as_a_page_to_print_with_the_same_words()
    {
        var documents = await Api.DocumentsAsync();

        Assert.Equal(16, documents.Count);
        foreach (var document in documents)
        {
            var request = new InterviewRequest(await Citizen.FillInDocumentAsync(Api, document.Id, 51));
            var filled = (await Api.NextDocumentQuestionAsync(document.Id, request)).Document;
            using var file = await Api.DocumentFileAsync(document.Id, request);
            using var page = await Api.DocumentPageAsync(document.Id, request);

            Assert.Equal((PaperDocument.MediaType, $"{document.Name}.docx"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileNameStar));
            using var content = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
            using var word = WordprocessingDocument.Open(content, isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => error.Description));
            var words = filled.Lines.SelectMany(line => line.Cells ?? [line.Text]).ToList();
            Assert.Equal(string.Concat(words), word.MainDocumentPart!.Document!.Body!.InnerText);
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.All(words, said => Assert.Contains(said, html, StringComparison.Ordinal));
            Assert.NotEmpty(filled.Basis);
        }
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_and_not_written_into_a_document()
    {
        var wrong = new InterviewRequest(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["borrowerId"] = JsonSerializer.SerializeToElement("15010219900101000X") });

        await Refused.WithAsync("document.wrong", HttpStatusCode.BadRequest, () => ReadAsync(Api.DocumentFileAsync("iou", wrong)));
        await Refused.WithAsync("document.notFound", HttpStatusCode.NotFound, () => Api.NextDocumentQuestionAsync("horoscope", wrong));
    }

    [Fact]
    public async Task A_document_that_a_clerk_looked_at_is_had_by_number_and_code_and_before_that_the_request_is_not_done()
    {
        var document = await Citizen.FillInDocumentAsync(Api, "civil-complaint", 52);
        var begun = (await Api.NextDocumentQuestionAsync("civil-complaint", new InterviewRequest(document))).Review!;
        var answers = await Citizen.FillInAsync(Api, begun.Service, 52, begun.Answers);
        var key = CaseworkServer.NewKey();
        var sent = await Api.ReviewDocumentAsync("civil-complaint", new DocumentReviewRequest(document, answers), key);
        Assert.Equal(sent.Number, (await Api.ReviewDocumentAsync("civil-complaint", new DocumentReviewRequest(document, answers), key)).Number);
        await Refused.WithAsync("document.notDrafted", HttpStatusCode.BadRequest, () => ReadAsync(Api.RequestDocumentAsync(new LookupRequest(sent.Number, sent.Code))));

        var (clerk, desk, documents) = (Actor.Staff("narisu"), shared.Server.Services.GetRequiredService<RequestDesk>(), shared.Server.Services.GetRequiredService<DocumentDesk>());
        var proposed = (await documents.OpenAsync(sent.Number, clerk, CancellationToken.None)).Value!;
        var accepted = (await desk.AcceptAsync(new(sent.Number, 1, clerk, "给您写"), CancellationToken.None)).Value;
        Assert.Equal("document.open", (await desk.DoneAsync(new(sent.Number, accepted, clerk, "写好了"), CancellationToken.None)).Failure?.Code);
        var drafted = (await documents.DraftAsync(new(sent.Number, accepted, clerk), proposed.Text + "\n补充：另有证人一名。", CancellationToken.None)).Value;

        Assert.True((await desk.DoneAsync(new(sent.Number, drafted, clerk, "写好了"), CancellationToken.None)).Succeeded);
        Assert.Equal("民事起诉状", (await Api.LookupAsync(new LookupRequest(sent.Number, sent.Code))).Document);
        using var file = await Api.RequestDocumentAsync(new LookupRequest(sent.Number, sent.Code));
        using var word = WordprocessingDocument.Open(new MemoryStream(await file.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Contains("另有证人一名", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        await Api.EraseAsync(new LookupRequest(sent.Number, sent.Code));
        Assert.Equal("document.none", (await documents.OpenAsync(sent.Number, clerk, CancellationToken.None)).Failure?.Code);
    }

    private static async Task ReadAsync(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        if (!response.IsSuccessStatusCode)
            throw await Refit.ApiException.Create(response.RequestMessage!, response.RequestMessage!.Method, response, new Refit.RefitSettings());
    }
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LegalService.Casework.Letters;
using LegalService.Casework.Requests;
using LegalService.Casework.Retention;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Papers;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Letters;

public sealed class LetterTests
{
    private const string Refusal = "aid-refused";

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_refusal_reaches_the_citizen_with_reasons_articles_and_how_to_object(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        Assert.Equal("letter.notYet", (await DraftAsync(host, request, Refusal)).Failure?.Code);
        await host.RefuseAsync(request);

        var draft = (await DraftAsync(host, request, Refusal)).Value!;
        var issued = await IssueAsync(host, request, draft.Text);

        var seen = Assert.Single((await host.LookupAsync(request)).Letters);
        Assert.Equal(("不予法律援助决定书", "示例法援〔2026〕1号", issued.Id), (seen.Title, seen.Number, seen.Id));
        var opened = (await host.Get<CitizenRequests>().OpenLetterAsync(request.Number, request.Code, seen.Id, CancellationToken.None)).Value!;
        foreach (var said in new[] { "申请人：王小明", $"150***********{Aid.IdOf(1)[14..]}", "1．不在法律援助的范围内。（《法律援助法》第三十一条）", "第四十九条", "五日内", "示例法援〔2026〕1号", "2026年11月25日" })
            Assert.Contains(said, opened.Text, StringComparison.Ordinal);
        Assert.Empty(LetterText.Blanks(opened.Text));
        using var document = WordprocessingDocument.Open(new MemoryStream(opened.Document), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Equal(string.Concat(PaperText.Lines(opened.Text).Select(line => line.Text)), document.MainDocumentPart!.Document!.Body!.InnerText);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Numbers_of_an_office_and_year_have_neither_gap_nor_twin_when_many_clerks_write_at_once(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var requests = new List<SubmittedRequest>();
        for (var person = 0; person < 8; person++)
            requests.Add(await host.SubmitAsync(Aid.Wages(person: person, phone: $"1380013800{person}")));

        var issued = await Task.WhenAll(requests.Select(async request => await IssueAsync(host, request, (await DraftAsync(host, request, "aid-received")).Value!.Text, "aid-received")));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"示例法援〔2026〕{number}号"), issued.Select(letter => letter.Number).Order(StringComparer.Ordinal));
        host.Time.Advance(TimeSpan.FromDays(60));
        var next = await host.SubmitAsync(Aid.Wages(person: 9, phone: "13800138009"));
        Assert.Equal("示例法援〔2027〕1号", (await IssueAsync(host, next, (await DraftAsync(host, next, "aid-received")).Value!.Text, "aid-received")).Number);
    }

    [Fact]
    public async Task What_is_not_known_is_a_blank_that_must_be_filled_and_what_the_law_asks_for_cannot_be_struck_out()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync(Aid.Wages().With("opponentName", AnswerJson.Unknown));
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.AssignAsync(action, "某某律师", CancellationToken.None));
        var text = (await DraftAsync(host, request, "aid-assigned")).Value!.Text;

        Assert.Contains("对方：【对方：＿＿＿＿＿＿】", text, StringComparison.Ordinal);
        Assert.Contains("13800138000", text, StringComparison.Ordinal);
        var blank = await TryIssueAsync(host, request, text, "aid-assigned");
        Assert.Equal(("letter.blank", "对方"), (blank.Failure?.Code, ((IReadOnlyList<string>)blank.Failure!.Details["blanks"]!)[0]));
        var filled = text.Replace("【对方：＿＿＿＿＿＿】", "某某公司", StringComparison.Ordinal);
        Assert.Equal("letter.keep", (await TryIssueAsync(host, request, filled.Replace("第四十三条", "有关规定", StringComparison.Ordinal), "aid-assigned")).Failure?.Code);
        Assert.Equal("letter.keep", (await TryIssueAsync(host, request, filled.Replace("{文号}", "", StringComparison.Ordinal), "aid-assigned")).Failure?.Code);
        Assert.True((await TryIssueAsync(host, request, filled, "aid-assigned")).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_letter_issued_by_mistake_is_revoked_and_written_again_under_a_new_number(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        await host.RefuseAsync(request);
        var text = (await DraftAsync(host, request, Refusal)).Value!.Text;
        var first = await IssueAsync(host, request, text);
        Assert.Equal("letter.issued", (await TryIssueAsync(host, request, text)).Failure?.Code);
        Assert.DoesNotContain(await host.Get<LetterDesk>().OffersAsync(request.Number, CancellationToken.None), offer => offer.Template == Refusal);

        await host.ActAsync(request, (desk, action) => host.Get<LetterDesk>().RevokeAsync(action, first.Id, CancellationToken.None), "理由写错了");
        var second = await IssueAsync(host, request, text);

        Assert.Equal((2, "示例法援〔2026〕2号"), (second.Edition, second.Number));
        Assert.Equal(second.Id, Assert.Single((await host.LookupAsync(request)).Letters).Id);
        Assert.Equal([LetterState.Revoked, LetterState.Issued], (await host.Get<LetterDesk>().ListAsync(request.Number, CancellationToken.None)).Select(letter => letter.State));
        Assert.Equal("letter.notFound", (await host.Get<CitizenRequests>().OpenLetterAsync(request.Number, request.Code, first.Id, CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task A_clerk_who_was_overtaken_issues_nothing()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        var draft = (await DraftAsync(host, request, "aid-received")).Value!;
        await host.ActAsync(request, (desk, action) => desk.NoteAsync(action with { Note = "先打个电话" }, CancellationToken.None));

        var late = await host.Get<LetterDesk>().IssueAsync(new(request.Number, draft.Version, Aid.Clerk), draft.Template, draft.Text, CancellationToken.None);

        Assert.Equal("request.changed", late.Failure?.Code);
        Assert.Empty((await host.LookupAsync(request)).Letters);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Letters_are_sealed_and_lose_their_words_with_the_personal_data_while_the_register_stays(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        await host.RefuseAsync(request);
        var letter = await IssueAsync(host, request, (await DraftAsync(host, request, Refusal)).Value!.Text);
        var stored = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Letter>().SingleAsync(token), CancellationToken.None);
        Assert.DoesNotContain("王小明", System.Text.Encoding.UTF8.GetString(stored.SealedText!), StringComparison.Ordinal);

        host.Time.Advance(TimeSpan.FromDays(366));
        Assert.Equal(1, await host.Get<RequestErasure>().RunOnceAsync(CancellationToken.None));

        var listed = Assert.Single(await host.Get<LetterDesk>().ListAsync(request.Number, CancellationToken.None));
        Assert.Equal((letter.Number, false), (listed.Number, listed.IsReadable));
        Assert.Equal("letter.notFound", (await host.Get<LetterDesk>().OpenAsync(request.Number, letter.Id, Aid.Clerk, CancellationToken.None)).Failure?.Code);
        Assert.Empty(await host.Get<LetterDesk>().OffersAsync(request.Number, CancellationToken.None));
    }

    [Fact]
    public async Task Every_letter_that_says_no_says_how_to_object()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var templates = host.Get<LetterTemplates>().All;

        Assert.Contains(templates, template => template.Id == "aid-ended");
        foreach (var template in templates.Where(template => template.Services.Contains("legal-aid") && (template.After.Contains(CaseEvents.Refused) || template.Id == "aid-ended")))
            Assert.Contains("第四十九条", template.Keep);
        Assert.All(templates, template => Assert.NotEmpty(template.Basis));
    }

    private static Task<Result<LetterDraft>> DraftAsync(CaseworkHost host, SubmittedRequest request, string template) =>
        host.Get<LetterDesk>().DraftAsync(request.Number, template, Aid.Clerk, CancellationToken.None);

    private static async Task<Result<IssuedLetter>> TryIssueAsync(CaseworkHost host, SubmittedRequest request, string text, string template = Refusal) =>
        await host.Get<LetterDesk>().IssueAsync(new(request.Number, (await host.RecordAsync(request)).Version, Aid.Clerk), template, text, CancellationToken.None);

    private static async Task<IssuedLetter> IssueAsync(CaseworkHost host, SubmittedRequest request, string text, string template = Refusal)
    {
        var issued = await TryIssueAsync(host, request, text, template);
        Assert.True(issued.Succeeded, issued.Failure?.Code);
        return issued.Value;
    }
}

using System.Text;
using System.Text.Json;
using LegalService.Casework.Drafts;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Drafts;

public sealed class DraftTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Half_an_interview_is_put_aside_gone_on_with_and_sent(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<DraftDesk>();
        var half = Aid.Wages().Take(5).Append(new("phone", AnswerJson.Of("not a number"))).ToDictionary(StringComparer.Ordinal);
        var saved = (await desk.SaveAsync("legal-aid", half, CancellationToken.None)).Value!;
        var opened = (await desk.OpenAsync(saved.Number.ToLowerInvariant(), saved.Code, CancellationToken.None)).Value!;
        Assert.Equal("legal-aid", opened.Service);
        Assert.Equal(half.Keys.Order(StringComparer.Ordinal), opened.Upgrade.Answers.Values.Keys);
        Assert.Equal("not a number", opened.Upgrade.Answers.Get("phone")!.Value.GetString());
        host.Time.Advance(TimeSpan.FromDays(13));
        var kept = await desk.SaveAgainAsync(saved.Number, saved.Code, Aid.Wages(), CancellationToken.None);
        Assert.Equal(host.Time.GetUtcNow().AddDays(14), kept.Value);
        opened = (await desk.OpenAsync(saved.Number, saved.Code, CancellationToken.None)).Value!;
        Assert.NotNull(await host.SubmitAsync(opened.Upgrade.Answers.Values.ToDictionary(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_has_only_the_number_or_only_the_code_of_a_draft_learns_nothing_and_is_locked_out(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<DraftDesk>();
        var saved = (await desk.SaveAsync("legal-aid", Aid.Wages(), CancellationToken.None)).Value!;
        Assert.Equal("draft.notFound", (await desk.OpenAsync("D261125-000000-0", saved.Code, CancellationToken.None)).Failure?.Code);
        Assert.Equal("request.notFound", (await host.Get<CitizenRequests>().LookupAsync(saved.Number, saved.Code, CancellationToken.None)).Failure?.Code);
        for (var guess = 0; guess < 4; guess++)
            Assert.Equal("draft.notFound", (await desk.RemoveAsync(saved.Number, "ABCDEFGH", CancellationToken.None)).Failure?.Code);
        Assert.Equal("lookup.locked", (await desk.OpenAsync(saved.Number, saved.Code, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_draft_lies_sealed_and_goes_after_its_time_or_on_request(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var desk = host.Get<DraftDesk>();
        var first = (await desk.SaveAsync("legal-aid", Aid.Wages(), CancellationToken.None)).Value!;
        var row = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Draft>().SingleAsync(token), CancellationToken.None);
        Assert.DoesNotContain("13800138000", Encoding.UTF8.GetString(row.SealedAnswers), StringComparison.Ordinal);
        Assert.True((await desk.RemoveAsync(first.Number, first.Code, CancellationToken.None)).Succeeded);
        var second = (await desk.SaveAsync("legal-aid", Aid.Wages(), CancellationToken.None)).Value!;
        host.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal("draft.notFound", (await desk.OpenAsync(second.Number, second.Code, CancellationToken.None)).Failure?.Code);
        Assert.Equal(1, await desk.SweepAsync(CancellationToken.None));
        Assert.Equal("draft.empty", (await desk.SaveAsync("legal-aid", new Dictionary<string, JsonElement>(StringComparer.Ordinal), CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task A_file_that_is_gone_meanwhile_is_asked_for_again_and_nothing_else_is_lost()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var desk = host.Get<DraftDesk>();
        var file = await host.UploadAsync();
        var saved = (await desk.SaveAsync("legal-aid", Aid.Wages().With("evidence", new FileAnswer(file.Id, file.Name, file.Size).ToJson()), CancellationToken.None)).Value!;
        Assert.NotNull((await desk.OpenAsync(saved.Number, saved.Code, CancellationToken.None)).Value!.Upgrade.Answers.Get("evidence"));
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.Get<Casework.Attachments.AttachmentService>().RunOnceAsync(CancellationToken.None);
        var upgrade = (await desk.OpenAsync(saved.Number, saved.Code, CancellationToken.None)).Value!.Upgrade;
        Assert.Null(upgrade.Answers.Get("evidence"));
        Assert.Equal(Aid.Wages().Count - 1, upgrade.Answers.Values.Count);
        Assert.Contains(upgrade.Flagged, error => error is { Field: "evidence", Code: "file.gone" });
    }
}

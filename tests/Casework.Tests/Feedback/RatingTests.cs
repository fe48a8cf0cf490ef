using LegalService.Casework.Feedback;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Feedback;

public sealed class RatingTests
{
    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_rating_is_kept_and_its_words_are_sealed(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var given = await host.Get<RatingDesk>().RateAsync(new Rating(FeedbackKind.Service, null, 2, ["slow"], "王小明等了两个小时"), Guid.NewGuid().ToString(), CancellationToken.None);

        var entry = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<FeedbackEntry>().SingleAsync(token), CancellationToken.None);
        Assert.Equal(given.Value, entry.Id);
        Assert.Equal("王小明等了两个小时", host.Get<Sealer>().Open(entry.Comment!, $"feedback/{entry.Id:N}"));
        Assert.DoesNotContain("王小明", System.Text.Encoding.UTF8.GetString(entry.Comment!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_that_is_sent_twice_with_one_key_counts_once()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var rating = new Rating(FeedbackKind.Service, null, 5, [], null);

        var first = await host.Get<RatingDesk>().RateAsync(rating, "once", CancellationToken.None);
        var again = await host.Get<RatingDesk>().RateAsync(rating, "once", CancellationToken.None);

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<FeedbackEntry>().CountAsync(token), CancellationToken.None));
    }

    [Theory]
    [InlineData(0, null, "slow", null, "feedback.rating")]
    [InlineData(6, null, "slow", null, "feedback.rating")]
    [InlineData(5, "a b", "slow", null, "feedback.subject")]
    [InlineData(5, "", "slow", null, "feedback.subject")]
    [InlineData(5, null, "slow,", null, "feedback.reasons")]
    [InlineData(5, null, "slow", 1001, "feedback.tooLong")]
    public async Task A_rating_that_makes_no_sense_is_refused(int value, string? subject, string reason, int? length, string code)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var rating = new Rating(FeedbackKind.Answer, subject, value, [reason], length is { } letters ? new string('慢', letters) : null);
        Assert.Equal(code, (await host.Get<RatingDesk>().RateAsync(rating, Guid.NewGuid().ToString(), CancellationToken.None)).Failure?.Code);
    }
}

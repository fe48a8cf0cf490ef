using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;

namespace LegalService.Casework.Tests.Requests;

public sealed class AccessTests
{
    private const string WrongCode = "ABCDEFGH";

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_has_only_the_number_or_only_the_code_learns_nothing(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var one = await host.SubmitAsync();
        var other = await host.SubmitAsync(Aid.Wages(name: "李四", person: 2));
        var citizen = host.Get<CitizenRequests>();
        Failure?[] failures =
        [
            (await citizen.LookupAsync(one.Number, WrongCode, CancellationToken.None)).Failure,
            (await citizen.LookupAsync(one.Number, other.Code, CancellationToken.None)).Failure,
            (await citizen.LookupAsync("R261125-000000-0", one.Code, CancellationToken.None)).Failure,
            (await citizen.LookupAsync("'; DROP TABLE", "", CancellationToken.None)).Failure,
            (await citizen.WithdrawAsync(one.Number, WrongCode, CancellationToken.None)).Failure,
            (await citizen.MyDataAsync(other.Number, one.Code, CancellationToken.None)).Failure,
            (await citizen.EraseAsync(other.Number, WrongCode, CancellationToken.None)).Failure,
            (await citizen.OpenAttachmentAsync(other.Number, WrongCode, "x", CancellationToken.None)).Failure,
        ];
        Assert.All(failures, failure => Assert.Same(RequestFailures.NotFound, failure));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Guessing_locks_the_number_whether_it_exists_or_not_and_the_lock_ends(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var citizen = host.Get<CitizenRequests>();
        foreach (var number in new[] { request.Number, Casework.Numbers.CaseNumber.Draw('R', host.Time) })
        {
            for (var i = 0; i < 5; i++)
                Assert.Equal("request.notFound", (await citizen.LookupAsync(number, WrongCode, CancellationToken.None)).Failure?.Code);
            Assert.Equal("lookup.locked", (await citizen.LookupAsync(number, WrongCode, CancellationToken.None)).Failure?.Code);
        }

        // The right code opens nothing either: or a guesser could tell it by that.
        Assert.Equal("lookup.locked", (await citizen.LookupAsync(request.Number, request.Code, CancellationToken.None)).Failure?.Code);
        host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await citizen.LookupAsync(request.Number, request.Code, CancellationToken.None)).Succeeded);
        Assert.Equal(1, await host.Get<GuessLimit>().SweepAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Number_and_code_are_taken_as_people_type_them_and_a_right_one_forgets_the_wrong_ones(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var citizen = host.Get<CitizenRequests>();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await citizen.LookupAsync(request.Number, WrongCode, CancellationToken.None);
            var typed = await citizen.LookupAsync(request.Number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), $" {request.Code[..4].ToLowerInvariant()} {request.Code[4..]}", CancellationToken.None);
            Assert.True(typed.Succeeded);
        }
    }
}

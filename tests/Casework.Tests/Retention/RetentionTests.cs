using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Retention;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Retention;

public sealed class RetentionTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task After_its_time_what_is_personal_is_gone_and_the_shell_stays(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await WithdrawnWithFileAsync(host);
        var open = await host.SubmitAsync(Aid.Wages(name: "李四", person: 2));
        host.Time.Advance(TimeSpan.FromDays(365));
        Assert.Equal(0, await host.Get<RequestErasure>().RunOnceAsync(CancellationToken.None));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await host.Get<RequestErasure>().RunOnceAsync(CancellationToken.None));
        await AssertErasedAsync(host, request, "system");
        Assert.True((await host.Get<CitizenRequests>().LookupAsync(open.Number, open.Code, CancellationToken.None)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task At_the_citizens_wish_it_goes_as_soon_as_it_is_over(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await WithdrawnWithFileAsync(host);
        Assert.Equal("erase", Assert.Single((await host.LookupAsync(request)).Can));
        Assert.True((await host.Get<CitizenRequests>().EraseAsync(request.Number, request.Code, CancellationToken.None)).Succeeded);
        await AssertErasedAsync(host, request, "citizen");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task While_it_is_underway_or_can_be_objected_to_it_stays(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var citizen = host.Get<CitizenRequests>();
        Assert.Equal("request.underway", (await citizen.EraseAsync(request.Number, request.Code, CancellationToken.None)).Failure?.Code);
        await host.RefuseAsync(request);
        host.Time.Advance(TimeSpan.FromDays(59));
        Assert.Equal("request.underway", (await citizen.EraseAsync(request.Number, request.Code, CancellationToken.None)).Failure?.Code);
        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await citizen.EraseAsync(request.Number, request.Code, CancellationToken.None)).Succeeded);
    }

    private static async Task<SubmittedRequest> WithdrawnWithFileAsync(CaseworkHost host)
    {
        var request = await host.SubmitAsync();
        var file = await host.UploadAsync();
        await host.Get<CitizenRequests>().SupplementAsync(request.Number, request.Code, new(null, [new(file.Id)], "补一张照片"), CancellationToken.None);
        await host.Get<CitizenRequests>().WithdrawAsync(request.Number, request.Code, CancellationToken.None);
        return request;
    }

    private static async Task AssertErasedAsync(CaseworkHost host, SubmittedRequest submitted, string by)
    {
        Assert.Equal("request.notFound", (await host.Get<CitizenRequests>().LookupAsync(submitted.Number, submitted.Code, CancellationToken.None)).Failure?.Code);
        await using var context = host.Get<Func<CaseworkContext>>()();
        var request = await context.Set<Request>().SingleAsync(row => row.Number == submitted.Number);
        Assert.Equal(("legal-aid", "wages", RequestState.Withdrawn), (request.Service, request.Matter, request.State));
        Assert.Null(request.SealedPaper);
        Assert.NotNull(request.ErasedAt);
        Assert.False(await context.Set<RequestParty>().AnyAsync(party => party.RequestId == request.Id));
        Assert.False(await context.Set<Attachment>().AnyAsync(file => file.RequestId == request.Id));
        Assert.False(await context.Set<RequestStep>().AnyAsync(step => step.RequestId == request.Id && step.SealedDetail != null));
        Assert.Equal("received paperAdded withdrawn erased", string.Join(' ', await context.Set<RequestStep>()
            .Where(step => step.RequestId == request.Id).OrderBy(step => step.Sequence).Select(step => step.Event).ToListAsync()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(host.Folder, "attachments"), "*", SearchOption.AllDirectories));
        Assert.Equal(by, (await context.Set<AuditEntry>().SingleAsync(entry => entry.Action == "request.erased")).Actor);
        // A clerk still finds the shell, without a word of what was in it.
        Assert.Empty((await host.RecordAsync(submitted)).Review);
        // Erasing takes nothing from the audit trail.
        await host.Get<AuditChain>().RunOnceAsync(CancellationToken.None);
        Assert.True((await host.Get<AuditChain>().VerifyAsync(null, CancellationToken.None)).IsWhole);
    }
}

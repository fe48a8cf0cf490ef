using System.Net;
using LegalService.Casework.Audit;
using LegalService.Casework.Pickups;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace LegalService.Server.Tests.Kiosks;

public sealed class PickupTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private const string Name = "巴特尔";

    private static readonly string IdNumber = Citizen.IdNumber(801);

    [Fact]
    public async Task A_document_is_fetched_once_with_its_code_and_the_right_card()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        var slip = await PutAsync();

        await Refused.WithAsync("pickup.notFound", HttpStatusCode.NotFound, () => machine.Api.OpenPickupAsync(new("ABCDEFGH", Name, IdNumber)));
        await Refused.WithAsync("pickup.notFound", HttpStatusCode.NotFound, () => machine.Api.OpenPickupAsync(new(slip.Code, "别人", IdNumber)));
        var opened = await machine.Api.OpenPickupAsync(new(slip.Code.ToLowerInvariant(), Name, IdNumber));
        Assert.Equal(("民事调解书", 2), (opened.Title, opened.Pages));
        using var file = await machine.Api.PickupFileAsync(new(opened.Collection));
        Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(await file.Content.ReadAsByteArrayAsync())[..5], StringComparison.Ordinal);
        var receipt = await machine.Api.PickupCollectedAsync(new(opened.Collection));

        Assert.Equal(slip.Number, receipt.Number);
        Assert.Equal(receipt, await machine.Api.PickupCollectedAsync(new(opened.Collection)));
        await Refused.WithAsync("pickup.collected", HttpStatusCode.Conflict, () => machine.Api.OpenPickupAsync(new(slip.Code, Name, IdNumber)));
        using var again = await machine.Api.PickupFileAsync(new(opened.Collection));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task What_could_not_be_printed_is_fetched_again_and_two_kiosks_never_have_it_at_once()
    {
        using var machine = await Machine.EnrolledAsync(shared);
        using var other = await Machine.EnrolledAsync(shared);
        var slip = await PutAsync();
        var wanted = new PickupOpenRequest(slip.Code, Name, IdNumber);

        var opened = await machine.Api.OpenPickupAsync(wanted);
        await Refused.WithAsync("pickup.busy", HttpStatusCode.Conflict, () => other.Api.OpenPickupAsync(wanted));
        await Refused.WithAsync("pickup.notOpen", HttpStatusCode.Conflict, () => other.Api.PickupCollectedAsync(new(opened.Collection)));
        await machine.Api.ReleasePickupAsync(new(opened.Collection));
        await machine.Api.ReleasePickupAsync(new(opened.Collection));

        var elsewhere = await other.Api.OpenPickupAsync(wanted);
        await Refused.WithAsync("pickup.notOpen", HttpStatusCode.Conflict, () => machine.Api.PickupCollectedAsync(new(opened.Collection)));
        Assert.Equal(slip.Number, (await other.Api.PickupCollectedAsync(new(elsewhere.Collection))).Number);
    }

    private async Task<PickupSlip> PutAsync()
    {
        using var pdf = new MemoryStream(Pdf(2));
        var put = await shared.Server.Services.GetRequiredService<PickupDesk>().PutAsync(
            new NewPickup("民事调解书", Name, IdNumber, Office: Machine.Office), pdf, Actor.Staff("narisu"), default);
        Assert.Equal(PickupState.Ready, put.Value!.State);
        return put.Value;
    }

    private static byte[] Pdf(int pages)
    {
        using var builder = new PdfDocumentBuilder();
        for (var page = 0; page < pages; page++)
            builder.AddPage(PageSize.A4);
        return builder.Build();
    }
}

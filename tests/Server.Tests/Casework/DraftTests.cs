using System.Net;
using LegalService.Contracts;
using LegalService.Support;

namespace LegalService.Server.Tests.Casework;

public sealed class DraftTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task An_interview_begun_here_is_ended_elsewhere()
    {
        var all = await Citizen.FillInAsync(Api, "legal-aid", 1);
        var half = all.Take(all.Count / 2).ToDictionary(StringComparer.Ordinal);
        var saved = await Api.SaveDraftAsync(new DraftRequest("legal-aid", half));

        var opened = await Api.OpenDraftAsync(new LookupRequest(saved.Number, saved.Code));
        Assert.Equal(("legal-aid", half.Count), (opened.Service, opened.Answers.Count));
        Assert.Empty(opened.Errors);
        var kept = await Api.SaveDraftAgainAsync(new DraftSaveRequest(saved.Number, saved.Code, all));
        Assert.True(kept.KeptUntil >= saved.KeptUntil);
        opened = await Api.OpenDraftAsync(new LookupRequest(saved.Number, saved.Code));
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-aid", opened.Answers), CaseworkServer.NewKey());
        await Api.DeleteDraftAsync(new LookupRequest(saved.Number, saved.Code));

        Assert.Equal("received", sent.State);
        await Refused.WithAsync("draft.notFound", HttpStatusCode.NotFound, () => Api.OpenDraftAsync(new LookupRequest(saved.Number, saved.Code)));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        var answers = await Citizen.FillInAsync(Api, "legal-aid", 2);

        await Refused.WithAsync("service.unknown", HttpStatusCode.BadRequest, () => Api.SaveDraftAsync(new DraftRequest("no-such", answers)));
        await Refused.WithAsync("draft.empty", HttpStatusCode.BadRequest, () => Api.SaveDraftAsync(new DraftRequest("legal-aid", answers.Take(0).ToDictionary())));
    }
}

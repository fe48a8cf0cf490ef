using System.Text.Json;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Requests;

public sealed class ServicesTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_made_with_an_old_version_is_shown_as_it_was_made_and_goes_on_with_the_new_one(StoreProvider provider)
    {
        var versions = new Versions(ServiceCatalog.Load(Path.Combine(CaseworkHost.CorpusFolder, "services")));
        await using var host = await CaseworkHost.StartAsync(provider, configure: services => services.AddSingleton<IServiceDefinitions>(versions));
        var request = await host.SubmitAsync();
        var label = (await host.RecordAsync(request)).Review.Single(line => line.Field == "name").Label;
        versions.Rename("name", "personName", "姓名（新）");
        var old = await host.RecordAsync(request);
        Assert.Equal((1, label), (old.DefinitionVersion, old.Review.Single(line => line.Field == "name").Label));
        var corrected = await host.Get<CitizenRequests>().CorrectAsync(
            request.Number, request.Code, new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["phone"] = AnswerJson.Of("13900139000") }, CancellationToken.None);
        Assert.True(corrected.Succeeded, corrected.Failure?.Message);
        var renewed = await host.RecordAsync(request);
        Assert.Equal((2, "王小明"), (renewed.DefinitionVersion, renewed.Answers!["personName"].GetString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_outlives_its_service(StoreProvider provider)
    {
        var versions = new Versions(ServiceCatalog.Load(Path.Combine(CaseworkHost.CorpusFolder, "services")));
        await using var host = await CaseworkHost.StartAsync(provider, configure: services => services.AddSingleton<IServiceDefinitions>(versions));
        var request = await host.SubmitAsync();
        versions.Current = null;
        Assert.Equal("legal-aid", (await host.LookupAsync(request)).ServiceName);
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.DoneAsync(action, CancellationToken.None), "办完了");
        Assert.Equal(RequestState.Done, (await host.LookupAsync(request)).State);
        host.Time.Advance(TimeSpan.FromDays(366));
        Assert.Equal(1, await host.Get<Casework.Retention.RequestErasure>().RunOnceAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Where_calling_is_not_safe_no_phone_is_handed_out_and_the_matter_is_not_told(StoreProvider provider)
    {
        var (host, raised) = await Aid.ListeningAsync(provider);
        await using var _ = host;
        var answers = Aid.Wages();
        foreach (var field in new[] { "people", "amount", "circumstances", "hardshipPhoto" })
            answers.Remove(field);
        await host.SubmitAsync(answers.With("matter", AnswerJson.Of("violence")).With("danger", AnswerJson.Of(true)).With("safePhone", AnswerJson.Of(false)));
        var told = Assert.Single(raised.All);
        Assert.Equal((true, "王小明", null), (told.IsDiscreet, told.Contact?.Name, told.Contact?.Phone));
        var line = Assert.Single((await host.Get<RequestList>().ListAsync(new(), CancellationToken.None)).Lines);
        Assert.Equal(0, line.Urgency);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_in_an_answer_belongs_to_the_request_and_opens_for_citizen_and_clerk(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var file = await host.UploadAsync();
        var request = await host.SubmitAsync(Aid.Wages().With("evidence", new FileAnswer(file.Id, file.Name, file.Size).ToJson()));
        Assert.Equal("evidence", Assert.Single((await host.LookupAsync(request)).Attachments).Item);
        await using var own = (await host.Get<CitizenRequests>().OpenAttachmentAsync(request.Number, request.Code, file.Id, CancellationToken.None)).Value!;
        await using var clerks = (await host.Get<RequestDesk>().OpenAttachmentAsync(request.Number, file.Id, Aid.Clerk, CancellationToken.None)).Value!;
        Assert.Equal((file.Size, "image/jpeg", "工资条.jpg"), (own.Content.Length, clerks.MediaType, own.Name));
        var second = await host.Get<RequestIntake>().SubmitAsync(
            new("legal-aid", Aid.Wages(person: 2).With("evidence", new FileAnswer(file.Id, file.Name, file.Size).ToJson())), "other", CancellationToken.None);
        Assert.Equal("attachment.notFound", second.Failure?.Code);
        Assert.Equal(1, (await host.Get<RequestList>().CountAsync(CancellationToken.None)).States[RequestState.Received]);
    }

    /// <summary>The shipped services, of which the test changes one.</summary>
    private sealed class Versions(ServiceCatalog shipped) : IServiceDefinitions
    {
        private const string Changed = "legal-aid";

        public ServiceDefinition? Current { get; set; } = shipped.Find(Changed);

        public ServiceDefinition? Find(string id) => id == Changed ? Current : shipped.Find(id);

        public void Rename(string field, string to, string label) => Current = Current! with
        {
            Version = Current.Version + 1,
            // Not a copy: what a definition has looked up once it keeps.
            Interview = new()
            {
                Notices = Current.Interview.Notices,
                Pages = [.. Current.Interview.Pages.Select(page => page with
                {
                    Fields = [.. page.Fields.Select(item => item.Id == field ? item with { Id = to, ReviewLabel = label, Was = [field] } : item)],
                })],
            },
        };
    }
}

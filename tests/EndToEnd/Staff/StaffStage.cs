using System.Net.Http.Json;
using System.Text.Json;
using LegalService.Casework.Staff;
using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using LegalService.Support;
using Microsoft.Playwright;
using Refit;

namespace LegalService.EndToEnd.Staff;

/// <summary>A server whose staff has an account for each role, and a browser on an old office screen. Every test opens sessions of its own.</summary>
public sealed class StaffStage : IAsyncLifetime
{
    public const string Clerk = "narisu";
    public const string OtherClerk = "bai";
    public const string NorthClerk = "sarna";
    public const string Reviewer = "zhao";
    public const string Editor = "wang";
    public const string Administrator = "admin";

    private const string Password = "a password of the stage";

    private static readonly Dictionary<string, StaffProfile> Profiles = new(StringComparer.Ordinal)
    {
        [Clerk] = new("那日苏", [StaffRoles.Clerk]) { Office = "example-centre", Languages = ["zh", "mn"], CaseKinds = ["legal-aid"] },
        [OtherClerk] = new("白音", [StaffRoles.Clerk]) { Office = "example-centre", Languages = ["zh"], CaseKinds = ["legal-aid/wages", "legal-consultation"] },
        [NorthClerk] = new("萨日娜", [StaffRoles.Clerk]) { Office = "example-north", Languages = ["zh", "mn"] },
        [Reviewer] = new("赵敏", [StaffRoles.Reviewer]) { Office = "example-centre" },
        [Editor] = new("王芳", [StaffRoles.Editor]),
    };

    /// <summary>One account, for a server of a test's own.</summary>
    internal static IReadOnlyDictionary<string, StaffProfile> ClerkOnly => new Dictionary<string, StaffProfile>(StringComparer.Ordinal) { [Clerk] = Profiles[Clerk] };

    private readonly Stage _stage = new();
    private int _people;

    /// <summary>Where the server listens.</summary>
    internal Uri Address => _stage.Address;

    /// <summary>The public API, as citizens use it.</summary>
    internal ILegalServiceApi Citizens { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _stage.InitializeAsync();
        Citizens = RestService.For<ILegalServiceApi>(Address.ToString().TrimEnd('/'));
        await HireAsync(_stage.Server, Profiles);
    }

    /// <summary>Gives a server its administrator and further accounts, all with the stage's password.</summary>
    internal static async Task HireAsync(ServerProcess server, IReadOnlyDictionary<string, StaffProfile> profiles)
    {
        var printed = await server.RunAsync("add-administrator", Administrator);
        await TakeOverAsync(server.Address, Administrator, printed.Trim().Split('\n')[^1].Trim());
        using var administrator = await ClientAsync(server.Address, Administrator, Password);
        foreach (var (user, profile) in profiles)
        {
            using var created = await administrator.PostAsJsonAsync("/api/v1/staff/members", new NewStaffMember(user, profile));
            await TakeOverAsync(server.Address, user, (await ReadAsync(created)).GetProperty("password").GetString()!);
        }
    }

    public Task DisposeAsync() => _stage.DisposeAsync();

    /// <summary>Signs somebody in, in a browser profile of its own, and opens a page of the console.</summary>
    /// <param name="user">One of the names above.</param>
    /// <param name="path">Address of the page.</param>
    internal Task<StaffPage> OpenAsync(string user, string path = "/staff") => OpenAsync(Address, user, path);

    /// <summary>The same on a server of the test's own.</summary>
    internal async Task<StaffPage> OpenAsync(Uri server, string user, string path)
    {
        var context = await NewProfileAsync();
        var signedIn = await context.APIRequest.PostAsync(new Uri(server, "/api/v1/staff/session").ToString(), new() { DataObject = new { user, password = Password } });
        Assert.True(signedIn.Ok, await signedIn.TextAsync());
        return await StaffPage.OpenAsync(await context.NewPageAsync(), new Uri(server, path).ToString());
    }

    /// <summary>A browser profile of an office PC in which nobody is signed in.</summary>
    internal async Task<IBrowserContext> NewProfileAsync() => await _stage.NewProfileAsync(1366, 768);

    /// <summary>A browser profile of a touch screen, for another process than the server.</summary>
    internal Task<IBrowserContext> NewTouchProfileAsync(Uri address, ViewportSize screen) => _stage.NewTouchProfileAsync(address, screen);

    /// <summary>The staff API with a session of somebody.</summary>
    internal Task<HttpClient> ClientAsync(string user) => ClientAsync(Address, user, Password);

    /// <summary>A citizen's request, of a person of its own.</summary>
    /// <param name="service">Id of the service.</param>
    /// <param name="give">Gives answers that the test is about; the others are made up.</param>
    internal async Task<SubmissionResponse> SubmitAsync(string service = "legal-aid", Action<Dictionary<string, JsonElement>>? give = null)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        give?.Invoke(given);
        var answers = await Citizen.FillInAsync(Citizens, service, Interlocked.Increment(ref _people), given);
        return await Citizens.SubmitAsync(new SubmissionRequest(service, answers), Guid.NewGuid().ToString());
    }

    /// <summary>Reads the JSON of a response that must have succeeded.</summary>
    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>The first sign-in: the one-time password is changed.</summary>
    private static async Task TakeOverAsync(Uri server, string user, string oneTime)
    {
        using var client = await ClientAsync(server, user, oneTime);
        using var changed = await client.PostAsJsonAsync("/api/v1/staff/password", new { current = oneTime, @new = Password });
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
    }

    private static async Task<HttpClient> ClientAsync(Uri server, string user, string password)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        using var signedIn = await client.PostAsJsonAsync("/api/v1/staff/session", new { user, password });
        Assert.True(signedIn.IsSuccessStatusCode, await signedIn.Content.ReadAsStringAsync());
        return client;
    }
}

/// <summary>Tests that share the staff's stage.</summary>
[CollectionDefinition(Name)]
public sealed class StaffTests : ICollectionFixture<StaffStage>
{
    public const string Name = "staff";
}

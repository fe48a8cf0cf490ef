using System.Globalization;
using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Fields;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Requests;

/// <summary>Requests for legal aid, as the shipped service asks for them.</summary>
internal static class Aid
{
    public static readonly Actor Clerk = Actor.Staff("narisu");

    /// <summary>A herder who works in town and is owed wages; nothing about it is urgent.</summary>
    public static Dictionary<string, JsonElement> Wages(
        string name = "王小明", string phone = "13800138000", int person = 1, string opponent = "某某建筑公司", string born = "19850312") => new(StringComparer.Ordinal)
        {
            ["matter"] = AnswerJson.Of("wages"),
            ["limitDate"] = AnswerJson.Unknown,
            ["preserve"] = AnswerJson.Of(false),
            ["placeHere"] = AnswerJson.Of("here"),
            ["forWhom"] = AnswerJson.Of("self"),
            ["name"] = AnswerJson.Of(name),
            ["idNumber"] = AnswerJson.Of(IdOf(person, born)),
            ["phone"] = AnswerJson.Of(phone),
            ["address"] = AnswerJson.Unknown,
            ["circumstances"] = AnswerJson.Of(["migrant"]),
            ["opponentName"] = AnswerJson.Of(opponent),
            ["people"] = AnswerJson.Of("one"),
            ["amount"] = AnswerJson.Of(32_000m),
            ["story"] = AnswerJson.Of("去年在工地干了八个月，工钱一直没给。"),
            ["evidence"] = AnswerJson.Skipped,
            ["idPhoto"] = AnswerJson.Skipped,
            ["hardshipPhoto"] = AnswerJson.Skipped,
            ["assistance"] = AnswerJson.Skipped,
            ["consent"] = AnswerJson.Of(true),
        };

    public static Dictionary<string, JsonElement> With(this Dictionary<string, JsonElement> answers, string field, JsonElement value)
    {
        answers[field] = value;
        return answers;
    }

    /// <summary>A valid number of a person who does not exist.</summary>
    public static string IdOf(int person, string born = "19850312")
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"150000{born}{person:D3}");
        return first + IdNumber.CheckDigit(first);
    }

    public static async Task<SubmittedRequest> SubmitAsync(this CaseworkHost host, Dictionary<string, JsonElement>? answers = null)
    {
        var result = await host.Get<RequestIntake>().SubmitAsync(new("legal-aid", answers ?? Wages()), Guid.NewGuid().ToString(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Failure?.Message);
        return result.Value;
    }

    public static async Task<RequestStatus> LookupAsync(this CaseworkHost host, SubmittedRequest request) =>
        (await host.Get<CitizenRequests>().LookupAsync(request.Number, request.Code, CancellationToken.None)).Value!;

    public static async Task<RequestRecord> RecordAsync(this CaseworkHost host, SubmittedRequest request) =>
        (await host.Get<RequestDesk>().GetAsync(request.Number, Clerk, CancellationToken.None)).Value!;

    /// <summary>A clerk's act upon the request as it is now; it must succeed.</summary>
    public static async Task ActAsync(this CaseworkHost host, SubmittedRequest request, Func<RequestDesk, DeskAction, Task<Result<int>>> act, string? message = null)
    {
        var result = await act(host.Get<RequestDesk>(), new(request.Number, (await host.RecordAsync(request)).Version, Clerk, message));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }

    public static Task RefuseAsync(this CaseworkHost host, SubmittedRequest request) => host.ActAsync(
        request, (desk, action) => desk.RefuseAsync(action, [new("不在法律援助的范围内。", [new("法律援助法", "第三十一条")])], CancellationToken.None));

    public static Task AskAsync(this CaseworkHost host, SubmittedRequest request) => host.ActAsync(
        request, (desk, action) => desk.AskAsync(action, [new("工资条或者考勤记录，没有的写个说明。", "evidence")], CancellationToken.None));

    public static async Task<UploadedAttachment> UploadAsync(this CaseworkHost host, int seed = 1)
    {
        var content = new byte[3000];
        new Random(seed).NextBytes(content);
        ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]).CopyTo(content);
        return (await host.Get<AttachmentService>().UploadAsync(new MemoryStream(content), "工资条.jpg", CancellationToken.None)).Value!;
    }

    /// <summary>A host that writes down what is raised.</summary>
    public static async Task<(CaseworkHost Host, Raised Raised)> ListeningAsync(StoreProvider provider)
    {
        var raised = new Raised();
        var host = await CaseworkHost.StartAsync(provider, configure: services => services.AddSingleton<IRequestEvents>(raised));
        return (host, raised);
    }

    internal sealed class Raised : IRequestEvents
    {
        public List<RequestRaised> All { get; } = [];

        public Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
        {
            All.Add(raised);
            return Task.CompletedTask;
        }
    }
}

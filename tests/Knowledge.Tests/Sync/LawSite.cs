using System.Text;
using System.Text.Json;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace LegalService.Knowledge.Tests.Sync;

/// <summary>One version of a law on the site.</summary>
internal sealed record SiteVersion(string Id, string Title, string Published, string? InForceFrom, int Status, byte[] File);

/// <summary>The national database of laws as far as public clients described it, with its bad days.</summary>
internal sealed class LawSite : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly Lock _lock = new();
    private readonly List<(string Path, Func<IRequestMessage, ResponseMessage> Answer, int Left)> _faults = [];
    private int _links;

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LawSite() => _server.Given(Request.Create()).RespondWith(Response.Create().WithCallback(async request =>
    {
        var answer = Answer(request);
        if (Hangs)
            await _end.Task;
        return answer;
    }));

    public List<SiteVersion> Versions { get; } = [];

    public Uri Address => new(_server.Urls[0] + "/");

    /// <summary>Every request so far: its path, for a download the id too.</summary>
    public List<string> Requests { get; } = [];

    public List<IRequestMessage> Raw { get; } = [];

    /// <summary>Requests are never answered.</summary>
    public bool Hangs { get; set; }

    /// <summary>Called before a request is answered.</summary>
    public Action<string>? OnRequest { get; set; }

    public LawSite Add(string id, string title, string published, string? inForceFrom, int status, byte[] file)
    {
        Versions.Add(new SiteVersion(id, title, published, inForceFrom, status, file));
        return this;
    }

    /// <summary>The next requests whose path contains a text get this instead.</summary>
    public LawSite Fail(string path, int times, int status, string body, string contentType = "application/json", string? retryAfter = null)
    {
        _faults.Add((path, _ => Text(status, body, contentType, retryAfter), times));
        return this;
    }

    public int Count(string path) => Requests.Count(request => request.Contains(path, StringComparison.Ordinal));

    public void Dispose()
    {
        _end.SetResult();
        _server.Dispose();
    }

    private ResponseMessage Answer(IRequestMessage request)
    {
        lock (_lock)
        {
            var path = request.Path + (request.Url.Contains("bbbs=", StringComparison.Ordinal) ? "?" + Query(request, "bbbs") : "");
            Requests.Add(path);
            Raw.Add(request);
            OnRequest?.Invoke(path);
            var fault = _faults.FindIndex(f => f.Left > 0 && path.Contains(f.Path, StringComparison.Ordinal));
            if (fault >= 0)
            {
                _faults[fault] = _faults[fault] with { Left = _faults[fault].Left - 1 };
                return _faults[fault].Answer(request);
            }

            return request.Path switch
            {
                "/law-search/search/list" => List(request),
                "/law-search/search/flfgDetails" => Details(Find(request)),
                "/law-search/download/pc" => Json(new { code = 200, data = new { url = $"{_server.Urls[0]}/files/{Query(request, "bbbs")}?signature={++_links}" } }),
                _ => File(request.Path),
            };
        }
    }

    private ResponseMessage List(IRequestMessage request)
    {
        using var body = JsonDocument.Parse(request.Body!);
        var root = body.RootElement;
        var (content, exact) = (root.GetProperty("searchContent").GetString()!, root.GetProperty("searchType").GetInt32() == 1);
        var found = Versions.Where(v => exact ? v.Title == content : v.Title.Contains(content, StringComparison.Ordinal)).ToList();
        var (page, size) = (root.GetProperty("pageNum").GetInt32(), root.GetProperty("pageSize").GetInt32());
        return Json(new
        {
            code = 200,
            total = found.Count,
            rows = found.Skip((page - 1) * size).Take(size).Select(v => new
            {
                bbbs = v.Id,
                title = v.Title.Replace(content, $"<em class='highlight'>{content}</em>", StringComparison.Ordinal),
                gbrq = v.Published,
                sxrq = v.InForceFrom,
                sxx = v.Status,
                flxz = "法律",
                zdjgName = "全国人民代表大会常务委员会",
            }),
        });
    }

    private static ResponseMessage Details(SiteVersion version) =>
        Json(new { code = 200, data = new { bbbs = version.Id, title = version.Title, content = new { children = Array.Empty<string>() } } });

    private ResponseMessage File(string path)
    {
        var version = Versions.First(v => path.EndsWith(v.Id, StringComparison.Ordinal));
        return new ResponseMessage
        {
            StatusCode = 200,
            Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document") },
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = version.File },
        };
    }

    private SiteVersion Find(IRequestMessage request) => Versions.First(v => v.Id == Query(request, "bbbs"));

    private static string Query(IRequestMessage request, string name) => request.Query![name][0];

    private static ResponseMessage Json(object content) => Text(200, JsonSerializer.Serialize(content), "application/json", null);

    private static ResponseMessage Text(int status, string body, string contentType, string? retryAfter)
    {
        var headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new(contentType + "; charset=utf-8") };
        if (retryAfter is not null)
            headers["Retry-After"] = new WireMockList<string>(retryAfter);
        return new ResponseMessage
        {
            StatusCode = status,
            Headers = headers,
            BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 },
        };
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Polly.Timeout;

namespace LegalService.Knowledge.Sync;

/// <summary>The interface of the national database of laws. Trying again, pace and time-outs are the business of its handlers.</summary>
internal sealed class NationalDatabase(HttpClient http, SyncOptions options)
{
    private const int MostPages = 50;
    private const int Exact = 1;
    private const int Fuzzy = 2;

    /// <summary>Every row whose title is that of the law, newest last. Empty when there is none.</summary>
    public async Task<Reply<List<LawRow>>> SearchAsync(WantedLaw law, CancellationToken ct)
    {
        var exact = await SearchAsync(law.Title ?? law.Law, Exact, law, ct);
        if (exact.Fault is not null || exact.Value is { Count: > 0 })
            return exact;
        // The full title is not always known, and the list may write it a little differently.
        var fuzzy = await SearchAsync(law.Law, Fuzzy, law, ct);
        return fuzzy.Value is { Count: 0 } ? new SyncFault("law.notFound", $"数据库里没有《{law.Law}》") : fuzzy;
    }

    /// <summary>Asks for the details of a version and holds them against its row. They are the one place that shows that an id leads to another law.</summary>
    public async Task<SyncFault?> CheckDetailsAsync(LawRow row, CancellationToken ct)
    {
        var reply = await GetDataAsync($"law-search/search/flfgDetails?bbbs={Uri.EscapeDataString(row.Id)}", ct);
        if (reply.Value is not { } data)
            return reply.Fault;
        using (data)
        {
            var details = data.RootElement.GetProperty("data");
            if (LawRow.Text(details, "title") is { } title && LawRow.Key(title) != LawRow.Key(row.Title))
                return new SyncFault("answer.wrongLaw", $"要的是《{row.Title}》，网站给的是《{LawRow.WithoutMarks(title)}》");
            return LawRow.Text(details, "bbbs") is { } id && id != row.Id
                ? new SyncFault("answer.wrongLaw", $"要的是 {row.Id}，网站给的是 {id}")
                : null;
        }
    }

    /// <summary>The DOCX of a version. An address that has expired is asked for anew once.</summary>
    public async Task<Reply<byte[]>> DownloadAsync(LawRow row, CancellationToken ct)
    {
        var file = await DownloadOnceAsync(row, ct);
        return file.Fault is { Code: "download.linkExpired" or "file.html" } ? await DownloadOnceAsync(row, ct) : file;
    }

    private async Task<Reply<byte[]>> DownloadOnceAsync(LawRow row, CancellationToken ct)
    {
        var reply = await GetDataAsync($"law-search/download/pc?format=docx&bbbs={Uri.EscapeDataString(row.Id)}&fileId=", ct);
        if (reply.Value is not { } data)
            return reply.Fault!;
        using (data)
        {
            if (LawRow.Text(data.RootElement.GetProperty("data"), "url") is not { } address)
                return new SyncFault("file.missing", "网站没有给下载地址");
            if (!Uri.TryCreate(http.BaseAddress, address, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
                return new SyncFault("answer.malformed", "下载地址写得不对");
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            return await SendAsync(request, Expected.File, ct);
        }
    }

    private async Task<Reply<List<LawRow>>> SearchAsync(string content, int type, WantedLaw law, CancellationToken ct)
    {
        var (wanted, rows) = (LawRow.Key(law.Law), new List<LawRow>());
        for (int page = 1, seen = 0; page <= MostPages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "law-search/search/list")
            {
                Content = JsonContent.Create(new SearchRequest(content, 1, type, page, options.PageSize)),
            };
            var reply = await SendAsync(request, Expected.Json, ct);
            if (reply.Value is not { } bytes)
                return reply.Fault!;
            using var json = JsonDocument.Parse(bytes);
            if (!json.RootElement.TryGetProperty("rows", out var list) || list.ValueKind != JsonValueKind.Array)
                return new SyncFault("answer.malformed", "网站给的数据里没有 rows");
            rows.AddRange(list.EnumerateArray().Select(LawRow.Read).OfType<LawRow>().Where(row => LawRow.Key(row.Title) == wanted));
            seen += list.GetArrayLength();
            if (list.GetArrayLength() == 0 || !int.TryParse(LawRow.Text(json.RootElement, "total"), CultureInfo.InvariantCulture, out var total) || seen >= total)
                break;
        }

        return rows.DistinctBy(row => row.Id, StringComparer.Ordinal).OrderBy(row => row.Start).ThenBy(row => row.Published).ToList();
    }

    private async Task<Reply<JsonDocument>> GetDataAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var reply = await SendAsync(request, Expected.Json, ct);
        if (reply.Value is not { } bytes)
            return reply.Fault!;
        var json = JsonDocument.Parse(bytes);
        if (json.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
            return json;
        json.Dispose();
        return new SyncFault("answer.malformed", "网站给的数据里没有 data");
    }

    private async Task<Reply<byte[]>> SendAsync(HttpRequestMessage request, Expected expected, CancellationToken ct)
    {
        request.Options.Set(SiteAnswer.Expects, expected);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(expected == Expected.Json ? "application/json" : "*/*"));
        request.Headers.Referrer = options.BaseUrl;
        try
        {
            using var response = await http.SendAsync(request, ct);
            return SiteAnswer.Judge(response) is { } verdict ? verdict.Fault : ((BufferedBody)response.Content).Bytes;
        }
        catch (TimeoutRejectedException)
        {
            return new SyncFault("site.timeout", $"网站 {options.AttemptTimeout.TotalSeconds:0} 秒没有答复");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            return expected == Expected.File
                ? new SyncFault("file.truncated", "文件没有下载完整")
                : new SyncFault("answer.truncated", "网站的答复中断了");
        }
        catch (HttpRequestException e)
        {
            return new SyncFault("site.unavailable", $"连不上网站：{e.Message}");
        }
    }

    // All fields of the form stand in the request, as the site's own page sends them; an empty list is no condition.
    private sealed record SearchRequest(string SearchContent, int SearchRange, int SearchType, int PageNum, int PageSize)
    {
        public IReadOnlyList<int> Sxx { get; } = [];

        public IReadOnlyList<string> Gbrq { get; } = [];

        public IReadOnlyList<string> Sxrq { get; } = [];

        public IReadOnlyList<string> GbrqYear { get; } = [];

        public IReadOnlyList<int> FlfgCodeId { get; } = [];

        public IReadOnlyList<int> ZdjgCodeId { get; } = [];

        public Sorting OrderByParam { get; } = new("-1", "");
    }

    private sealed record Sorting(string Order, string Sort);
}

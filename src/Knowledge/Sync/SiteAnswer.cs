using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Sync;

/// <summary>What a request hopes to get.</summary>
internal enum Expected
{
    Json,
    File,
}

/// <summary>Tells what is wrong with an answer of the database, and whether the same request may help.</summary>
internal static partial class SiteAnswer
{
    private const int Beginning = 8 * 1024;

    public static readonly HttpRequestOptionsKey<Expected> Expects = new("LegalService.Sync.Expects");

    /// <param name="Fault">What is wrong.</param>
    /// <param name="Again">True when the same request is worth another try.</param>
    public sealed record Verdict(SyncFault Fault, bool Again);

    /// <summary>Null when the answer is what the request hoped for.</summary>
    public static Verdict? Judge(HttpResponseMessage response)
    {
        var expected = Expected.Json;
        response.RequestMessage?.Options.TryGetValue(Expects, out expected);
        if (response.Content is not BufferedBody body)
            return null;
        var start = Encoding.UTF8.GetString(body.Bytes.AsSpan(0, Math.Min(body.Bytes.Length, Beginning))).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (Status(response.StatusCode, start, expected) is { } byStatus)
            return byStatus;
        if (body.IsTooLarge)
            return new Verdict(new SyncFault(expected == Expected.File ? "file.tooLarge" : "answer.tooLarge", "网站给的内容太大，没有读"), Again: false);
        return expected == Expected.Json ? Json(body.Bytes, start) : File(start);
    }

    private static Verdict? Status(HttpStatusCode status, string start, Expected expected)
    {
        if (status == HttpStatusCode.TooManyRequests)
            return new Verdict(new SyncFault("site.rateLimited", "网站说请求太多"), Again: true);
        if ((int)status >= 500 || status == HttpStatusCode.RequestTimeout)
            return new Verdict(new SyncFault("site.unavailable", $"网站出错（{(int)status}）"), Again: true);
        if ((int)status < 400)
            return null;
        if (Captcha().IsMatch(start))
            return Asks();
        // The store of files answers in English XML, the interface in Chinese JSON.
        if (Signature().IsMatch(start))
            return BadSignature();
        if (expected == Expected.File && (status == HttpStatusCode.Gone || Expiry().IsMatch(start)))
            return new Verdict(new SyncFault("download.linkExpired", "下载地址过期了"), Again: false);
        return status == HttpStatusCode.NotFound
            ? new Verdict(new SyncFault("file.missing", "网站没有这个文件"), Again: false)
            : new Verdict(new SyncFault("site.refused", $"网站拒绝了请求（{(int)status}）"), Again: false);
    }

    private static Verdict? Json(byte[] bytes, string start)
    {
        if (start.StartsWith('<'))
            return Captcha().IsMatch(start) ? Asks() : new Verdict(new SyncFault("site.html", "网站给了网页，不是数据"), Again: true);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return Malformed("不是一个对象");
            // 200 and 0 are what the interface says when all is well; without a code the rows or the data speak for themselves.
            if (LawRow.Text(json.RootElement, "code") is null or "200" or "0")
                return null;
            var message = LawRow.Text(json.RootElement, "msg") ?? LawRow.Text(json.RootElement, "message") ?? "";
            if (Captcha().IsMatch(message))
                return Asks();
            return Signature().IsMatch(message)
                ? BadSignature()
                : new Verdict(new SyncFault("site.refused", $"网站拒绝了请求：{message}"), Again: false);
        }
        catch (JsonException)
        {
            return Malformed("读不懂");
        }
    }

    // A page in place of a file says that the address is no longer good.
    private static Verdict? File(string start)
    {
        if (!Html().IsMatch(start))
            return null;
        return Captcha().IsMatch(start) ? Asks() : new Verdict(new SyncFault("file.html", "下载到的是网页，不是文件"), Again: false);
    }

    private static Verdict Asks() => new(new SyncFault("site.captcha", "网站要求输入验证码"), Again: false);

    private static Verdict BadSignature() => new(new SyncFault("site.signature", "网站说签名不对"), Again: true);

    private static Verdict Malformed(string how) => new(new SyncFault("answer.malformed", $"网站给的数据{how}"), Again: true);

    [GeneratedRegex("验证码|滑动验证|人机验证|captcha|wzws", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Captcha();

    [GeneratedRegex("签名|验签|SignatureDoesNotMatch|invalid sign", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();

    [GeneratedRegex("expire|过期|失效", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expiry();

    [GeneratedRegex(@"^<(!doctype\s+html|html|head|body|script)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Html();
}

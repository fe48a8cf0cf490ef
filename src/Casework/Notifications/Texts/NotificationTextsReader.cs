using LegalService.Casework.Reading;

namespace LegalService.Casework.Notifications.Texts;

/// <summary>
/// Reads <c>corpus/notifications</c>: every kind has its texts, none twice, and none tells what it must not. A folder in it is named as a language and holds as many
/// of them as were translated.
/// </summary>
internal static class NotificationTextsReader
{
    private const string SettingsFile = "settings.yaml";

    private static readonly TextSettings Nothing = new("", "", "", [], int.MaxValue);

    public static NotificationTexts Read(string folder)
    {
        var problems = new CorpusProblems();
        var files = YamlFolder.Read(folder, problems);
        var settings = Nothing;
        if (files.FirstOrDefault(IsSettings) is { } common)
            settings = Settings(common);
        else
            problems.Add(SettingsFile, 0, "缺少这个文件");
        var texts = new Dictionary<string, KindTexts>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !IsSettings(file)))
            ReadKinds(file, (kind, map) => texts.TryAdd(kind, Kind(map, kind, settings)));
        if (files.Count > 0)
        {
            foreach (var kind in NotificationKinds.Placeholders.Keys.Where(kind => !texts.ContainsKey(kind)).Order(StringComparer.Ordinal))
                problems.Add(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), 0, $"没有写 {kind}");
        }

        var translations = ReadTranslations(folder, settings, problems);
        problems.ThrowIfAny();
        return new NotificationTexts(settings, texts, translations);
    }

    private static Dictionary<(string Language, string Kind), KindTexts> ReadTranslations(string folder, TextSettings settings, CorpusProblems problems)
    {
        var translations = new Dictionary<(string Language, string Kind), KindTexts>();
        string[] languages = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        foreach (var language in languages.Order(StringComparer.Ordinal))
        {
            foreach (var file in YamlFolder.Read(language, problems))
                ReadKinds(file, (kind, map) => translations.TryAdd((Path.GetFileName(language), kind), Kind(map, kind, settings, isWhole: false)));
        }

        return translations;
    }

    private static bool IsSettings(YamlMap file) => Path.GetFileName(file.File) == SettingsFile;

    private static TextSettings Settings(YamlMap file)
    {
        var settings = new TextSettings(
            file.Text("signature"), file.Text("neutralSignature"), file.Text("hotline"), file.Texts("neutralWords"), file.Number("maxSmsCharacters", 20, 500));
        foreach (var key in new[] { "signature", "neutralSignature" })
        {
            if (file.OptionalText(key) is { } signature && !(signature.StartsWith('【') && signature.EndsWith('】')))
                file.Problem(key, $"{key}：短信签名要写在【】里");
        }

        NoWords(file, "neutralSignature", settings.NeutralSignature, settings);
        file.NoMore();
        return settings;
    }

    private static void ReadKinds(YamlMap file, Func<string, YamlMap, bool> add)
    {
        foreach (var kind in NotificationKinds.Placeholders.Keys)
        {
            if (file.Map(kind) is not { } map)
                continue;
            if (!add(kind, map))
                file.Problem(kind, $"{kind} 写了两次");
        }

        file.NoMore();
    }

    private static KindTexts Kind(YamlMap map, string kind, TextSettings settings, bool isWhole = true)
    {
        var placeholders = NotificationKinds.Placeholders[kind];
        string Read(string key) => isWhole ? map.Text(key) : map.OptionalText(key) ?? "";
        var texts = new KindTexts(NotificationKinds.ProvesThePhone(kind) ? "" : Read("channel"), Read("sms"), Read("neutral"));
        Check(map, "channel", texts.Channel, [.. placeholders, "hotline"]);
        Check(map, "sms", texts.Sms, [.. placeholders.Except(NotificationKinds.NotInSms, StringComparer.Ordinal), "hotline"]);
        Check(map, "neutral", texts.Neutral, [.. placeholders.Except(NotificationKinds.NotInNeutral, StringComparer.Ordinal)]);
        NoWords(map, "neutral", texts.Neutral, settings);
        foreach (var (key, text) in new[] { ("sms", settings.Signature + texts.Sms), ("neutral", settings.NeutralSignature + texts.Neutral) })
        {
            if (text.Length > settings.MaxSmsCharacters)
                map.Problem(key, $"{key}：连签名 {text.Length} 个字，最多 {settings.MaxSmsCharacters} 个");
        }

        map.NoMore();
        return texts;
    }

    private static void Check(YamlMap map, string key, string text, string[] allowed)
    {
        foreach (var placeholder in NotificationTexts.Placeholders(text).Except(allowed, StringComparer.Ordinal))
            map.Problem(key, $"{key}：这里不能用 {{{placeholder}}}，可以用：{string.Join("、", allowed.Select(name => $"{{{name}}}"))}");
    }

    private static void NoWords(YamlMap map, string key, string text, TextSettings settings)
    {
        foreach (var word in settings.NeutralWords.Where(word => text.Contains(word, StringComparison.Ordinal)))
            map.Problem(key, $"{key}：不能出现“{word}”，别人看见会知道是什么事");
    }
}

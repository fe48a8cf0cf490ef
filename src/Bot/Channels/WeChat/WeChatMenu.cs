using System.Text;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>The account's menu (自定义菜单) from <c>corpus/answers/wechat-menu.yaml</c>.</summary>
public sealed class WeChatMenu
{
    private const int MostButtons = 3;
    private const int MostChildren = 5;
    private const int LongestName = 16;
    private const int LongestChildName = 60;
    private const int LongestKey = 128;

    /// <summary>The buttons, from left to right: one to three.</summary>
    public IList<WeChatMenuEntry> Buttons { get; init; } = [];

    /// <summary>What a citizen says by a button. Null when the menu has no such key (any more).</summary>
    internal string? Said(string? key) => All().FirstOrDefault(entry => key is not null && entry.Key == key)?.Say;

    /// <summary>What breaks WeChat's rules; empty when nothing does.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Buttons.Count is 0 or > MostButtons)
            yield return $"buttons 要有 1 到 {MostButtons} 个";
        foreach (var fault in Buttons.SelectMany(button => button.Children.Count > 0 ? Faults(button) : Faults(button, LongestName)))
            yield return fault;
        foreach (var key in All().Select(entry => entry.Key).OfType<string>().GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            yield return $"key“{key.Key}”写了两次";
    }

    /// <summary>The body of <c>/cgi-bin/menu/create</c>. Without <paramref name="page"/>, entries that open pages are left out.</summary>
    internal object ToRequest(Uri? page) => new { button = Buttons.Select(button => ToButton(button, page)).OfType<object>().ToList() };

    private static object? ToButton(WeChatMenuEntry entry, Uri? page)
    {
        if (entry.Children.Count > 0)
        {
            var children = entry.Children.Select(child => ToButton(child, page)).OfType<object>().ToList();
            return children.Count == 0 ? null : new { name = entry.Name, sub_button = children };
        }

        if (entry.Key is not null)
            return new { type = "click", name = entry.Name, key = entry.Key };
        return page is null ? null : new { type = "view", name = entry.Name, url = new Uri(page, entry.Page!.TrimStart('/')).ToString() };
    }

    private static IEnumerable<string> Faults(WeChatMenuEntry button)
    {
        if (button.Children.Count > MostChildren)
            yield return $"“{button.Name}”下面最多 {MostChildren} 个";
        if (button.Key is not null || button.Page is not null || button.Say is not null)
            yield return $"“{button.Name}”下面有 children，就不能再写 key、say 或 page";
        if (IsBadName(button.Name, LongestName))
            yield return $"name“{button.Name}”要写，最多 {LongestName} 个字节（一个汉字 3 个字节）";
        foreach (var fault in button.Children.SelectMany(child => Faults(child, LongestChildName)))
            yield return fault;
    }

    private static IEnumerable<string> Faults(WeChatMenuEntry entry, int longestName)
    {
        if (IsBadName(entry.Name, longestName))
            yield return $"name“{entry.Name}”要写，最多 {longestName} 个字节（一个汉字 3 个字节）";
        if (entry.Children.Count > 0)
            yield return $"“{entry.Name}”下面不能再有 children";
        if (entry.Page is null ? string.IsNullOrWhiteSpace(entry.Key) || string.IsNullOrWhiteSpace(entry.Say) : entry.Key is not null || entry.Say is not null)
            yield return $"“{entry.Name}”要么写 key 和 say，要么写 page";
        if (entry.Key is { } key && Encoding.UTF8.GetByteCount(key) > LongestKey)
            yield return $"“{entry.Name}”的 key 最多 {LongestKey} 个字节";
    }

    private static bool IsBadName(string name, int longest) => string.IsNullOrWhiteSpace(name) || Encoding.UTF8.GetByteCount(name) > longest;

    private IEnumerable<WeChatMenuEntry> All() => Buttons.Concat(Buttons.SelectMany(button => button.Children));
}

/// <summary>A button or an entry under it: says something, opens a page, or holds entries.</summary>
public sealed class WeChatMenuEntry
{
    /// <summary>What is written on it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key that WeChat sends when it is pressed; null for one that opens a page.</summary>
    public string? Key { get; init; }

    /// <summary>What the citizen says by pressing it.</summary>
    public string? Say { get; init; }

    /// <summary>Page of this service, below its address, that it opens; null for one that says something.</summary>
    public string? Page { get; init; }

    /// <summary>Entries under it.</summary>
    public IList<WeChatMenuEntry> Children { get; init; } = [];
}

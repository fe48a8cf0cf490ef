using Microsoft.Extensions.Localization;
using MudBlazor;

namespace LegalService.Server.Staff.Shell;

/// <summary>What the controls themselves say, in Chinese.</summary>
internal sealed class ChineseMudTexts : MudLocalizer
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
    };

    public override LocalizedString this[string key] => new(key, Texts.GetValueOrDefault(key, key), !Texts.ContainsKey(key));
}

namespace LegalService.Interviews.Languages;

/// <summary>A language that texts are written in, as <c>language.yaml</c> of its folder says.</summary>
/// <param name="Id">The name of its folder, and what <c>?language=</c> names: <c>zh</c>, <c>mn</c>.</param>
/// <param name="Tag">For <c>lang</c> attributes and Accept-Language (BCP 47): <c>zh-CN</c>, <c>mn-Mong</c>.</param>
/// <param name="Name">What its own speakers call it.</param>
/// <param name="Writing">How its lines run.</param>
/// <param name="Sample">What is said beside texts that are only a sample of a translation; null: a translation that people who know the language stand for.</param>
public sealed record Language(string Id, string Tag, string Name, Writing Writing, string? Sample)
{
    /// <summary>The language that every text is written in; the others fall back to it.</summary>
    public const string Default = "zh";

    /// <summary>The class that a page, a card or a slip carries so that it is laid out as this language is written; empty for horizontal lines.</summary>
    public string CssClass => Writing == Writing.Vertical ? "script-vertical" : "";
}

/// <summary>How lines run.</summary>
public enum Writing
{
    /// <summary>From left to right, lines downwards.</summary>
    Horizontal,

    /// <summary>Downwards, lines from left to right, as traditional Mongolian is written.</summary>
    Vertical,
}

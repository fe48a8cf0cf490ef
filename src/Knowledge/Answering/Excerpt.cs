namespace LegalService.Knowledge.Answering;

/// <summary>Cuts a text at the end of a sentence.</summary>
public static class Excerpt
{
    /// <summary>The first sentences that fit; a mark of omission tells when something was left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Most characters.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOfAny(['。', '；', '\n'], length - 2);
        return text[..(end > length / 3 ? end + 1 : length - 1)].TrimEnd() + "…";
    }
}

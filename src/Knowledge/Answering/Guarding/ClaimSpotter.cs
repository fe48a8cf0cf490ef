using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>What a sentence does.</summary>
internal enum SentenceKind
{
    /// <summary>It joins others: 所以可以分两步来看.</summary>
    Plain,

    /// <summary>It says what the law is, or has a number.</summary>
    Claim,

    /// <summary>It says what to do in practice: 先拍照留证据.</summary>
    Advice,
}

/// <summary>Tells what the law says from what is only advice, by the marks in <c>corpus/prompts/suspicions.yaml</c>. Without any everything is a claim.</summary>
internal sealed class ClaimSpotter(ModelPrompts? prompts)
{
    /// <summary>More characters say more than what to do next.</summary>
    private const int LongestAdvice = 28;

    /// <summary>What a sentence does.</summary>
    public SentenceKind KindOf(string words)
    {
        var normalized = Normalizer.Normalize(words);
        if (prompts is null || NumberFacts.In(words).Count > 0 || prompts.Claims.Any(mark => mark.IsMatch(normalized)))
            return SentenceKind.Claim;
        return normalized.Count(Normalizer.IsHan) <= LongestAdvice && !normalized.Any(IsForeign) && prompts.Advice.Any(mark => mark.IsMatch(normalized)) ? SentenceKind.Advice : SentenceKind.Plain;
    }

    /// <summary>Advice in plain words quotes nothing and spells nothing out.</summary>
    private static bool IsForeign(char character) => char.IsAsciiLetter(character) || character is '“' or '"' or '‘' or '「' or '《';
}

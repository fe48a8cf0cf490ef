namespace LegalService.Interviews.Languages;

/// <summary>The texts as they are now. Swapped as a whole when newer ones arrive; safe for any number of threads.</summary>
public sealed class TextShelf(TextCatalog texts)
{
    private volatile TextCatalog _current = texts;

    /// <summary>The texts in use.</summary>
    public TextCatalog Current => _current;

    /// <summary>Puts other texts in their place.</summary>
    public void Replace(TextCatalog texts) => _current = texts;
}

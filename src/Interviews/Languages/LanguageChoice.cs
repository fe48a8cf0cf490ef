namespace LegalService.Interviews.Languages;

/// <summary>The language that the person at the other end reads: one for each request, each circuit. Chinese until something else is chosen.</summary>
public sealed class LanguageChoice(TextShelf texts)
{
    private string _id = Language.Default;

    /// <summary>Called after another language was chosen.</summary>
    public event EventHandler? Changed;

    /// <summary>The language chosen.</summary>
    public Language Current => texts.Current.Find(_id) ?? texts.Current.Default;

    /// <summary>Chooses a language by its id (<c>mn</c>); one that there is not leaves the choice as it was.</summary>
    public void Choose(string id)
    {
        if (id == _id || texts.Current.Find(id) is null)
            return;
        _id = id;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

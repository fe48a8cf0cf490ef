namespace LegalService.Casework.Dispatches;

/// <summary>Somebody outside the centre who takes orders: a village's legal adviser, a lecturer, a volunteer. From <c>corpus/volunteers</c>.</summary>
/// <param name="Id">Stable; the store keeps it.</param>
/// <param name="Name">As the citizen is told; at most 60 characters.</param>
/// <param name="Kind">What he or she is: 村（居）法律顾问.</param>
/// <param name="Phone">Where orders are sent.</param>
/// <param name="Services">Ids of the services he or she takes orders of.</param>
/// <param name="Places">Townships and villages he or she serves; empty: the whole county.</param>
/// <param name="Languages">Languages spoken, such as <c>zh</c> and <c>mn</c>.</param>
/// <param name="MostOpen">How many orders at a time.</param>
public sealed record Volunteer(
    string Id, string Name, string Kind, string Phone, IReadOnlyList<string> Services, IReadOnlyList<string> Places, IReadOnlyList<string> Languages, int MostOpen)
{
    // A record writes out its members, and a phone number must not be read in a log.
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Volunteer)} {Id}";
}

/// <summary>How orders are given out, as <c>settings.yaml</c> says.</summary>
/// <param name="Services">Ids of the services that are given out as orders.</param>
/// <param name="AnswerHours">Hours on the clock within which an order is taken or declined; then the next one is asked.</param>
/// <param name="Rule">Whose rule that is.</param>
/// <param name="Page">Where volunteers answer, in the words of the message.</param>
/// <param name="Reasons">Why an order is declined, to choose from.</param>
public sealed record OrderSettings(IReadOnlyList<string> Services, int AnswerHours, string Rule, string Page, IReadOnlyList<string> Reasons);

namespace LegalService.Casework.Pickups;

/// <summary>A document to be laid ready.</summary>
/// <param name="Title">What it is, such as 民事调解书; at most 60 characters.</param>
/// <param name="Name">Who may fetch it, as the identity card says.</param>
/// <param name="IdNumber">His or her ID number.</param>
/// <param name="Days">For how many days; null: <see cref="PickupOptions.Days"/>.</param>
/// <param name="Phone">A mobile number that the code is sent to; null: it is sent nowhere.</param>
/// <param name="Office">Id of the clerk's office; null: of none.</param>
public sealed record NewPickup(string Title, string Name, string IdNumber, int? Days = null, string? Phone = null, string? Office = null)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(NewPickup);
}

/// <summary>What the slip says that the citizen is given.</summary>
/// <param name="Number">Number of the pick-up.</param>
/// <param name="Code">Pickup code.</param>
/// <param name="Title">What the document is.</param>
/// <param name="Name">Who may fetch it.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="ExpiresAt">Until when, on Beijing's clock.</param>
/// <param name="State">How far it is.</param>
public sealed record PickupSlip(string Number, string Code, string Title, string Name, int Pages, DateTimeOffset ExpiresAt, PickupState State)
{
    /// <summary>Its number: a log may hold it.</summary>
    public override string ToString() => Number;
}

/// <summary>A document as the console lists it.</summary>
/// <param name="Number">Number of the pick-up.</param>
/// <param name="Title">What it is; empty when personal data were removed.</param>
/// <param name="Name">Who may fetch it; empty when personal data were removed.</param>
/// <param name="MaskedIdNumber">His or her ID number with its middle hidden; empty when personal data were removed.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Office">Id of the office that laid it ready; null: none.</param>
/// <param name="PutAt">When, on Beijing's clock.</param>
/// <param name="ExpiresAt">Until when it can be fetched.</param>
/// <param name="State">How far it is.</param>
/// <param name="EndedAt">When it was handed out, taken back, or its time was over; null before.</param>
/// <param name="MustAsk">A kiosk opened it and never said what became of it: ask the citizen.</param>
public sealed record PickupRow(
    string Number,
    string Title,
    string Name,
    string MaskedIdNumber,
    int Pages,
    string? Office,
    DateTimeOffset PutAt,
    DateTimeOffset ExpiresAt,
    PickupState State,
    DateTimeOffset? EndedAt,
    bool MustAsk)
{
    /// <summary>Its number: a log may hold it.</summary>
    public override string ToString() => Number;
}

/// <summary>Something that happened to a document.</summary>
/// <param name="At">When, on Beijing's clock.</param>
/// <param name="By">Who: "system", "staff/USER" or "kiosk/ID".</param>
/// <param name="Action">What, such as <c>pickup.opened</c>.</param>
public sealed record PickupEvent(DateTimeOffset At, string By, string Action);

/// <summary>A document that is kept for one kiosk.</summary>
/// <param name="Collection">What the kiosk calls it from now on; cannot be guessed.</param>
/// <param name="Title">What it is.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Office">Id of the office that laid it ready; null: none.</param>
/// <param name="OpenUntil">Until when it is kept.</param>
public sealed record PickupOpened(string Collection, string Title, int Pages, string? Office, DateTimeOffset OpenUntil)
{
    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => nameof(PickupOpened);
}

/// <summary>A document was handed out.</summary>
/// <param name="Number">Number of the pick-up.</param>
/// <param name="At">When, on Beijing's clock.</param>
public sealed record PickupReceipt(string Number, DateTimeOffset At);

namespace LegalService.Casework.Dispatches;

/// <summary>Who takes orders, and how they are given out. Immutable.</summary>
public sealed class VolunteerCatalog
{
    internal VolunteerCatalog(OrderSettings settings, IReadOnlyList<Volunteer> volunteers) => (Settings, Volunteers) = (settings, volunteers);

    /// <summary>How orders are given out.</summary>
    public OrderSettings Settings { get; }

    /// <summary>Everybody, in the order of the files.</summary>
    public IReadOnlyList<Volunteer> Volunteers { get; }

    /// <summary>The one with this id, or null.</summary>
    public Volunteer? Find(string id) => Volunteers.FirstOrDefault(volunteer => volunteer.Id == id);

    /// <summary>Whether requests of a service are given out as orders.</summary>
    public bool GivesOut(string service) => Settings.Services.Contains(service, StringComparer.Ordinal);
}

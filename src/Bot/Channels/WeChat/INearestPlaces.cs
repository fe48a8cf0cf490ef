namespace LegalService.Bot.Channels.WeChat;

/// <summary>Service points (服务点) near a place.</summary>
public interface INearestPlaces
{
    /// <summary>The nearest ones, nearest first; empty when none is known.</summary>
    /// <param name="latitude">Degrees north. WeChat tells them in GCJ-02, as Chinese maps do.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<NearPlace>> FindAsync(double latitude, double longitude, int count, CancellationToken cancellationToken);
}

/// <summary>A service point as a citizen needs it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Phone">Null when it has none.</param>
/// <param name="Meters">Distance as the crow flies.</param>
/// <param name="Hours">When it is open, or opens next, in words; null when not known.</param>
public sealed record NearPlace(string Name, string Address, string? Phone, double Meters, string? Hours);

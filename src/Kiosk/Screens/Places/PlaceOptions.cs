using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LegalService.Contracts;

namespace LegalService.Kiosk.Screens.Places;

/// <summary>Settings under <c>Position</c>: where this machine stands, for the way to the nearest service point.</summary>
internal sealed class PlaceOptions : IValidatableObject
{
    private const double EarthRadiusMetres = 6_371_000;

    /// <summary>Degrees, north positive; null: not said.</summary>
    [Range(-90, 90, ErrorMessage = "Position:Latitude 要在 -90 到 90 之间")]
    public double? Latitude { get; set; }

    /// <summary>Degrees, east positive; null: not said.</summary>
    [Range(-180, 180, ErrorMessage = "Position:Longitude 要在 -180 到 180 之间")]
    public double? Longitude { get; set; }

    /// <summary>As the shared API takes it; null when it is not said.</summary>
    public string? Near => (Latitude, Longitude) is ({ } north, { } east) ? string.Create(CultureInfo.InvariantCulture, $"{north},{east}") : null;

    /// <summary>The nearest first, as the crow flies; in their own order when it is not said where this machine stands.</summary>
    public IReadOnlyList<PlaceResponse> Sort(IReadOnlyList<PlaceResponse> places) => (Latitude, Longitude) is not ({ } north, { } east)
        ? places
        : [.. places.Select(place => place with { DistanceMetres = Distance(north, east, place.Latitude, place.Longitude) }).OrderBy(place => place.DistanceMetres)];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Latitude is null != Longitude is null)
            yield return new("Position:Latitude 和 Position:Longitude 要么都写，要么都不写");
    }

    // Haversine.
    private static double Distance(double north, double east, double otherNorth, double otherEast)
    {
        var (a, b) = (Sine(otherNorth - north), Sine(otherEast - east));
        var square = (a * a) + (Math.Cos(Radians(north)) * Math.Cos(Radians(otherNorth)) * b * b);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(square));
    }

    private static double Sine(double degrees) => Math.Sin(Radians(degrees) / 2);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework;

/// <summary>Where casework finds the county's own texts. Settings under <c>Corpus</c>.</summary>
public sealed class CorpusOptions
{
    /// <summary>The corpus folder; by default <c>corpus</c> beside the program.</summary>
    [Required(ErrorMessage = "Corpus:Folder 没有写")]
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>The folder of holidays. Null: <c>calendar</c> in <see cref="Folder"/>.</summary>
    public string? CalendarFolder { get; set; }

    /// <summary>The folder of offices: a county puts its own here. Null: <c>places</c> in <see cref="Folder"/>, which is an example.</summary>
    public string? PlacesFolder { get; set; }

    /// <summary>The folder of what citizens are told. Null: <c>notifications</c> in <see cref="Folder"/>.</summary>
    public string? NotificationsFolder { get; set; }

    /// <summary>The folder of letters: a county puts its own here. Null: <c>letters</c> in <see cref="Folder"/>.</summary>
    public string? LettersFolder { get; set; }

    /// <summary>The folder of reports: a county puts its own here. Null: <c>figures</c> in <see cref="Folder"/>.</summary>
    public string? FiguresFolder { get; set; }

    /// <summary>The folder of those who take orders: a county puts its own here. Null: <c>volunteers</c> in <see cref="Folder"/>, which is an example.</summary>
    public string? VolunteersFolder { get; set; }

    /// <summary>The folder of how ratings are asked for: a county puts its own here. Null: <c>ratings</c> in <see cref="Folder"/>.</summary>
    public string? RatingsFolder { get; set; }

    /// <summary>From how many days before the new year on it is a fault that its holidays are not known.</summary>
    [Range(0, 365, ErrorMessage = "Corpus:WarnBeforeNewYearDays 要在 0 到 365 之间")]
    public int WarnBeforeNewYearDays { get; set; } = 30;

    /// <summary>Where the holidays are.</summary>
    public string Calendar => CalendarFolder ?? Path.Combine(Folder, "calendar");

    internal string Places => PlacesFolder ?? Path.Combine(Folder, "places");

    internal string Volunteers => VolunteersFolder ?? Path.Combine(Folder, "volunteers");

    internal string Letters => LettersFolder ?? Path.Combine(Folder, "letters");

    internal string Figures => FiguresFolder ?? Path.Combine(Folder, "figures");

    internal string Ratings => RatingsFolder ?? Path.Combine(Folder, "ratings");

    internal string Notifications => NotificationsFolder ?? Path.Combine(Folder, "notifications");
}

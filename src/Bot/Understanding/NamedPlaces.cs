using System.Text.RegularExpressions;
using LegalService.Casework.Places;
using LegalService.Knowledge.Questions;

namespace LegalService.Bot.Understanding;

/// <summary>Finds the service points that a message names, by what their names and addresses do not all have in common.</summary>
internal static class NamedPlaces
{
    private const int Shortest = 2;

    /// <summary>The best fitting ones, in the order of the files; empty when none is named.</summary>
    /// <param name="message">What was said.</param>
    /// <param name="otherWords">A regular expression for words that name no place.</param>
    /// <param name="offices">All service points.</param>
    public static IReadOnlyList<Office> In(string message, string otherWords, IReadOnlyList<Office> offices)
    {
        var bare = Normalizer.WithoutPunctuation(Normalizer.Normalize(message));
        // A blank keeps apart what did not stand together.
        var said = Regex.Replace(bare, otherWords, " ", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        var names = offices.Select(office => Normalizer.WithoutPunctuation(Normalizer.Normalize(office.Name + office.Address))).ToList();
        var fits = offices.Select((office, place) => (Office: office, Length: Longest(said, names[place], names))).Where(fit => fit.Length >= Shortest).ToList();
        var best = fits.Select(fit => fit.Length).DefaultIfEmpty().Max();
        return [.. fits.Where(fit => fit.Length == best).Select(fit => fit.Office)];
    }

    /// <summary>Length of the longest stretch of the message that the name has, and fewer than half of all names have.</summary>
    private static int Longest(string said, string name, List<string> all)
    {
        for (var length = Math.Min(said.Length, name.Length); length >= Shortest; length--)
        {
            for (var start = 0; start + length <= said.Length; start++)
            {
                var stretch = said.Substring(start, length);
                if (name.Contains(stretch, StringComparison.Ordinal) && 2 * all.Count(other => other.Contains(stretch, StringComparison.Ordinal)) < all.Count)
                    return length;
            }
        }

        return 0;
    }
}

using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace LegalService.Kiosk.Devices.Printing.Slips;

/// <summary>Letters of a slip: the family of the settings, and for a letter that it lacks whatever the machine has. Safe for any number of callers.</summary>
internal sealed class SlipFont(string family) : IDisposable
{
    private readonly SKTypeface _plain = SKFontManager.Default.MatchFamily(family, SKFontStyle.Normal);
    private readonly SKTypeface _bold = SKFontManager.Default.MatchFamily(family, SKFontStyle.Bold);
    private readonly ConcurrentDictionary<(Rune Letter, bool IsBold), SKTypeface> _faces = new();

    /// <summary>Whether the machine has a family.</summary>
    public static bool IsInstalled(string family) => SKFontManager.Default.FontFamilies.Contains(family, StringComparer.Ordinal);

    /// <summary>Width of a text in points.</summary>
    public float Width(string text, float size, bool isBold) => Runs(text, size, isBold).Sum(run =>
    {
        using (run.Font)
            return run.Font.MeasureText(run.Text);
    });

    /// <summary>Draws a text from a point of its base line on.</summary>
    public void Draw(SKCanvas canvas, string text, SKPoint at, float size, bool isBold)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var run in Runs(text, size, isBold))
        {
            using var font = run.Font;
            canvas.DrawText(run.Text, at, SKTextAlign.Left, font, ink);
            at.Offset(font.MeasureText(run.Text), 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var face in _faces.Values.Append(_plain).Append(_bold).Distinct())
            face.Dispose();
    }

    private IEnumerable<(string Text, SKFont Font)> Runs(string text, float size, bool isBold)
    {
        var run = new StringBuilder();
        SKTypeface? face = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = _faces.GetOrAdd((rune, isBold), Choose);
            if (face is not null && next != face)
            {
                yield return (run.ToString(), new SKFont(face, size));
                run.Clear();
            }

            face = next;
            run.Append(rune);
        }

        if (face is not null)
            yield return (run.ToString(), new SKFont(face, size));
    }

    private SKTypeface Choose((Rune Letter, bool IsBold) wanted)
    {
        var face = wanted.IsBold ? _bold : _plain;
        using var font = new SKFont(face);
        return font.ContainsGlyph(wanted.Letter.Value) ? face : SKFontManager.Default.MatchCharacter(wanted.Letter.Value) ?? face;
    }
}

using QRCoder;
using SkiaSharp;

namespace LegalService.Kiosk.Devices.Printing.Slips;

/// <summary>A piece of a slip that stays on one page.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws it, given how far down it begins.</param>
internal sealed record SlipBlock(float Height, Action<SKCanvas, float> Draw);

/// <summary>The column in which a slip is set, in points of a roll of 80 mm.</summary>
/// <param name="font">Its letters.</param>
/// <param name="width">Its width.</param>
internal sealed class SlipColumn(SlipFont font, float width)
{
    private const float TitleSize = 17;
    private const float LargeSize = 19;
    private const float TextSize = 11.5f;
    private const float LabelSize = 10;
    private const float LineHeight = 1.45f;
    private const float Gap = 6;
    private const float QrSize = 96;

    /// <summary>Its width.</summary>
    public float Width => width;

    /// <summary>The pieces of a slip, from top to bottom.</summary>
    public IReadOnlyList<SlipBlock> Blocks(Slip slip) =>
    [
        .. Lines(slip.Title, TitleSize, isBold: true, isCentred: true),
        Rule(),
        .. slip.Facts.SelectMany(Fact),
        .. slip.Facts.Count > 0 && slip.Paragraphs.Count > 0 ? [Rule()] : Array.Empty<SlipBlock>(),
        .. slip.Paragraphs.SelectMany(paragraph => Lines(paragraph, TextSize).Append(Space())),
        .. slip.Qr is { } qr ? [Space(), Qr(qr), .. Lines(slip.QrCaption ?? "", LabelSize, isCentred: true)] : Array.Empty<SlipBlock>(),
    ];

    private IEnumerable<SlipBlock> Fact(SlipFact fact)
    {
        var size = fact.Large ? LargeSize : TextSize;
        var labelWidth = font.Width(fact.Label, LabelSize, isBold: false) + Gap;
        var fits = !fact.Large && labelWidth + font.Width(fact.Value, size, isBold: true) <= width;
        if (!fits)
            return [.. Lines(fact.Label, LabelSize), .. Lines(fact.Value, size, isBold: true)];
        return [new(size * LineHeight, (canvas, top) =>
        {
            font.Draw(canvas, fact.Label, new(0, BaseLine(top, size)), LabelSize, isBold: false);
            font.Draw(canvas, fact.Value, new(labelWidth, BaseLine(top, size)), size, isBold: true);
        })];
    }

    private IEnumerable<SlipBlock> Lines(string text, float size, bool isBold = false, bool isCentred = false)
    {
        var lines = new LineBreaker(piece => font.Width(piece, size, isBold), width).Break(text);
        return lines.Select(line => new SlipBlock(size * LineHeight, (canvas, top) =>
        {
            var left = isCentred ? (width - font.Width(line, size, isBold)) / 2 : 0;
            font.Draw(canvas, line, new(left, BaseLine(top, size)), size, isBold);
        }));
    }

    private SlipBlock Rule() => new(2 * Gap, (canvas, top) =>
    {
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.8f };
        canvas.DrawLine(0, top + Gap, width, top + Gap, ink);
    });

    private static SlipBlock Space() => new(Gap, (_, _) => { });

    private SlipBlock Qr(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix.ToList();
        return new(QrSize + Gap, (canvas, top) =>
        {
            // The matrix brings its quiet zone with it. Runs of modules are drawn as one, so that no printer leaves hair lines between them.
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
            var module = QrSize / rows.Count;
            var left = (width - QrSize) / 2;
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < rows.Count; column++)
                {
                    var first = column;
                    while (column < rows.Count && rows[row][column])
                        column++;
                    if (column > first)
                        canvas.DrawRect(left + (first * module), top + (row * module), (column - first) * module, module, ink);
                }
            }
        });
    }

    private static float BaseLine(float top, float size) => top + (size * (1 + LineHeight) / 2) - (size * 0.1f);
}

using SkiaSharp;

namespace LegalService.Kiosk.Devices.Printing.Slips;

/// <summary>
/// Sets a slip as PDF: the same column for a roll of 80 mm and, larger, for A4. Letters stay letters, so that a screen reader can read a slip that is kept as
/// a file.
/// </summary>
internal static class SlipSheet
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private const float RollWidth = 80;
    private const float RollMargin = 4;
    private const float A4Width = 210;
    private const float A4Height = 297;
    private const float A4Margin = 20;
    private const float A4Enlarged = 1.7f;

    private static readonly SKDocumentPdfMetadata Metadata = new() { Creator = "LegalService", Title = "" };

    /// <summary>Sets a slip.</summary>
    public static PrintFile Set(Slip slip, PaperKind paper, SlipFont font)
    {
        var column = new SlipColumn(font, (RollWidth - (2 * RollMargin)) * PointsPerMillimetre);
        var blocks = column.Blocks(slip);
        return paper == PaperKind.Roll80 ? Roll(blocks) : Sheets(blocks, column.Width);
    }

    private static PrintFile Roll(IReadOnlyList<SlipBlock> blocks)
    {
        // Printers take whole millimetres only.
        var height = (int)MathF.Ceiling((blocks.Sum(block => block.Height) / PointsPerMillimetre) + (2 * RollMargin));
        using var pages = new Pages(RollWidth, height);
        pages.Begin(RollMargin, RollMargin, 1);
        foreach (var block in blocks)
            pages.Draw(block);
        return new(pages.Finish(), $"custom_slip_{RollWidth:0}x{height}mm");
    }

    private static PrintFile Sheets(IReadOnlyList<SlipBlock> blocks, float width)
    {
        var left = (A4Width - (width / PointsPerMillimetre * A4Enlarged)) / 2;
        var bottom = (A4Height - (2 * A4Margin)) * PointsPerMillimetre / A4Enlarged;
        using var pages = new Pages(A4Width, A4Height);
        pages.Begin(left, A4Margin, A4Enlarged);
        foreach (var block in blocks)
        {
            if (pages.Drawn > 0 && pages.Drawn + block.Height > bottom)
                pages.Begin(left, A4Margin, A4Enlarged);
            pages.Draw(block);
        }

        return new(pages.Finish(), "iso_a4_210x297mm");
    }

    /// <summary>Pages of one size, drawn from top to bottom.</summary>
    private sealed class Pages : IDisposable
    {
        private readonly MemoryStream _bytes = new();
        private readonly SKDocument _document;
        private readonly float _width;
        private readonly float _height;
        private SKCanvas? _canvas;

        public Pages(float width, float height)
        {
            _document = SKDocument.CreatePdf(_bytes, Metadata);
            (_width, _height) = (width * PointsPerMillimetre, height * PointsPerMillimetre);
        }

        /// <summary>Points drawn on the page so far, before it is enlarged.</summary>
        public float Drawn { get; private set; }

        public void Begin(float left, float top, float enlarged)
        {
            _canvas = _document.BeginPage(_width, _height);
            _canvas.Translate(left * PointsPerMillimetre, top * PointsPerMillimetre);
            _canvas.Scale(enlarged);
            Drawn = 0;
        }

        public void Draw(SlipBlock block)
        {
            block.Draw(_canvas!, Drawn);
            Drawn += block.Height;
        }

        public ReadOnlyMemory<byte> Finish()
        {
            _document.EndPage();
            _document.Close();
            return _bytes.ToArray();
        }

        public void Dispose()
        {
            _document.Dispose();
            _bytes.Dispose();
        }
    }
}

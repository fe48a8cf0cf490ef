using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LegalService.Casework.Figures;

/// <summary>A report as a spreadsheet of one sheet.</summary>
internal static class ReportSheet
{
    private const uint Plain = 0;
    private const uint Title = 1;
    private const uint Head = 2;
    private const uint Cell = 3;
    private const uint Number = 4;

    private static readonly double[] Widths = [34, 8, 18, 18, 18];

    public static byte[] Write(FigureReport report)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new SheetViews(new SheetView(new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(Widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
                new SheetData(Rows(report)),
                new MergeCells(new MergeCell { Reference = "A1:E1" }),
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = report.Period, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }

    private static IEnumerable<Row> Rows(FigureReport report)
    {
        yield return new Row(Text(ReportExport.Heading(report), Title)) { Height = 30, CustomHeight = true };
        yield return new Row(ReportExport.Columns(report).Select(column => Text(column, Head)));
        foreach (var line in report.Lines)
        {
            yield return new Row(
                Text(ReportExport.NameOf(line), Cell), Text(line.Unit, Cell), Value(line.Value), Value(line.Before), Value(line.YearEarlier));
        }

        yield return new Row(Text(ReportExport.Counted(report), Plain));
        foreach (var paragraph in report.Text)
            yield return new Row(Text(paragraph, Plain));
    }

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static Cell Value(decimal? value) => value is { } number
        ? new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = Number }
        : Text(ReportLine.Display(null), Number);

    private static Stylesheet Styles() => new(
        new Fonts(Font(11), Font(16, isBold: true), Font(11, isBold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), Lines()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 1, border: 0, HorizontalAlignmentValues.Center),
            Format(font: 2, border: 1, HorizontalAlignmentValues.Center),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Left),
            Format(font: 0, border: 1, HorizontalAlignmentValues.Right)));

    private static Font Font(double size, bool isBold = false)
    {
        var font = new Font();
        if (isBold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" });
        return font;
    }

    private static Border Lines() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });

    private static CellFormat Format(uint font, uint border, HorizontalAlignmentValues at) => new(new Alignment { Horizontal = at, Vertical = VerticalAlignmentValues.Center })
    {
        FontId = font,
        BorderId = border,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LegalService.Casework.Figures;

/// <summary>A report as a Word document: the sentences, then the table.</summary>
internal static class ReportDocument
{
    // Twentieths of a point, of the 8,844 that are left between the margins.
    private static readonly int[] Widths = [3444, 900, 1500, 1500, 1500];

    public static byte[] Write(FigureReport report)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = ReportExport.Heading(report);
            var body = new Body(Paragraph(ReportExport.Heading(report), JustificationValues.Center, "32", isBold: true));
            body.Append(report.Text.Select(text => Paragraph(text, JustificationValues.Both, "24", isIndented: true)));
            body.Append(Table(report));
            body.Append(Paragraph(ReportExport.Counted(report), JustificationValues.Left, "20"));
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1440, Bottom = 1440, Left = 1531, Right = 1531, Header = 851, Footer = 992, Gutter = 0 }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static Table Table(FigureReport report)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(Widths.Select(width => new GridColumn { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        // The heading is repeated on each page.
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. ReportExport.Columns(report).Select(column => Cell(column, JustificationValues.Center, isBold: true))]));
        table.Append(report.Lines.Select(line => new TableRow(
            Cell(ReportExport.NameOf(line), JustificationValues.Left),
            Cell(line.Unit, JustificationValues.Center),
            Cell(ReportLine.Display(line.Value), JustificationValues.Right),
            Cell(ReportLine.Display(line.Before), JustificationValues.Right),
            Cell(ReportLine.Display(line.YearEarlier), JustificationValues.Right))));
        return table;
    }

    private static TableCell Cell(string text, JustificationValues at, bool isBold = false) => new(Paragraph(text, at, "22", isBold));

    private static Paragraph Paragraph(string text, JustificationValues at, string halfPoints, bool isBold = false, bool isIndented = false)
    {
        var set = new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" });
        if (isIndented)
            set.Append(new Indentation { FirstLine = "480" });
        set.Append(new Justification { Val = at });
        var run = new RunProperties(new RunFonts { Ascii = "宋体", HighAnsi = "宋体", EastAsia = "宋体", Hint = FontTypeHintValues.EastAsia });
        if (isBold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = halfPoints }, new FontSizeComplexScript { Val = halfPoints });
        return new Paragraph(set, new Run(run, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}

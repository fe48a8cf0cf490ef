using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Papers;

/// <summary>Rows as a table: forms have label and value once or twice in a row, lists have as many columns as they like.</summary>
internal static class PaperTable
{
    public static Table Of(IReadOnlyList<PaperLine> rows, int width)
    {
        var column = width / PaperLine.Columns;
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(column * PaperLine.Columns), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 6 },
                    new LeftBorder { Val = BorderValues.Single, Size = 6 },
                    new BottomBorder { Val = BorderValues.Single, Size = 6 },
                    new RightBorder { Val = BorderValues.Single, Size = 6 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Repeat(column, PaperLine.Columns).Select(each => new GridColumn { Width = Text(each) })));
        table.Append(rows.Select(row => Row(row.Cells, column)));
        return table;
    }

    private static TableRow Row(IReadOnlyList<PaperCell> cells, int column)
    {
        // A row is never torn by the end of a page.
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 560, HeightType = HeightRuleValues.AtLeast }));
        row.Append(cells.Select(cell => Cell(cell, column)));
        return row;
    }

    private static TableCell Cell(PaperCell cell, int column) => new(
        new TableCellProperties(
            new TableCellWidth { Width = Text(cell.Span * column), Type = TableWidthUnitValues.Dxa },
            new GridSpan { Val = cell.Span },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        new Paragraph(
            new ParagraphProperties(
                new SpacingBetweenLines { Before = "40", After = "40", Line = "400", LineRule = LineSpacingRuleValues.AtLeast },
                new Justification { Val = cell.IsLabel ? JustificationValues.Center : JustificationValues.Left }),
            PaperFont.Run(cell.Text, cell.IsLabel ? PaperFont.CellLabel : PaperFont.Cell)));

    private static string Text(int twentieths) => twentieths.ToString(CultureInfo.InvariantCulture);
}

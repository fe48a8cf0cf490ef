namespace LegalService.Interviews.Papers;

/// <summary>A paragraph, or a row of a table, of a letter or a document.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Text">Without its mark; the cells of a row are parted by <c>|</c>.</param>
public sealed record PaperLine(PaperLineKind Kind, string Text)
{
    /// <summary>What stands in the cells of a row, from left to right; the whole text for any other line.</summary>
    public IReadOnlyList<PaperCell> Cells => Kind == PaperLineKind.Row ? Row(Text.Split('|', StringSplitOptions.TrimEntries)) : [new(Text, Columns, IsLabel: false)];

    /// <summary>Columns of every table: a row of a form stands on the same lines as that above it, whether it has one pair of cells or two.</summary>
    public const int Columns = 12;

    private static IReadOnlyList<PaperCell> Row(string[] cells)
    {
        int[] spans = cells.Length switch
        {
            1 => [12],
            2 => [2, 10],
            3 => [2, 6, 4],
            4 => [2, 4, 2, 4],
            5 => [1, 4, 3, 2, 2],
            _ => [2, 2, 2, 2, 2, 2],
        };
        return [.. cells.Zip(spans, (text, span) => (text, span)).Select((cell, index) => new PaperCell(cell.text, cell.span, cells.Length is 2 or 4 && index % 2 == 0))];
    }
}

/// <summary>A cell of a row.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Span">How many of the <see cref="PaperLine.Columns"/> it takes.</param>
/// <param name="IsLabel">Whether it says what stands in the next.</param>
public sealed record PaperCell(string Text, int Span, bool IsLabel);

/// <summary>How a line is set.</summary>
public enum PaperLineKind
{
    /// <summary>Indented by two characters.</summary>
    Paragraph,

    /// <summary><c># </c>: large, in the middle.</summary>
    Title,

    /// <summary><c>## </c>: not indented and heavy, as 诉讼请求 is.</summary>
    Heading,

    /// <summary><c>= </c>: in the middle, as the number is.</summary>
    Centred,

    /// <summary><c>| </c>: not indented, as who is written to is.</summary>
    Salutation,

    /// <summary><c>- </c>: one of several.</summary>
    Item,

    /// <summary><c>> </c>: at the right, as who writes and the day are.</summary>
    Right,

    /// <summary><c>+ </c>: a row of a table; rows that follow each other are one table.</summary>
    Row,
}

namespace LegalService.Casework.Figures;

/// <summary>A report as files to send on and as text to paste. Pure.</summary>
public static class ReportExport
{
    /// <summary>The media type of <see cref="Xlsx"/>.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The media type of <see cref="Docx"/>.</summary>
    public const string DocxType = Papers.PaperDocument.MediaType;

    /// <summary>As a spreadsheet; its numbers are numbers.</summary>
    public static byte[] Xlsx(FigureReport report) => ReportSheet.Write(report);

    /// <summary>As a Word document: the sentences, then the table.</summary>
    public static byte[] Docx(FigureReport report) => ReportDocument.Write(report);

    /// <summary>As plain text: the sentences, then a line for each figure, its columns parted by tabs.</summary>
    public static string Text(FigureReport report) => string.Join(
        '\n',
        [
            Heading(report), .. report.Text, "", string.Join('\t', Columns(report)),
            .. report.Lines.Select(line => string.Join('\t', NameOf(line), line.Unit, ReportLine.Display(line.Value), ReportLine.Display(line.Before), ReportLine.Display(line.YearEarlier))),
        ]) + "\n";

    /// <summary>A name for a file, without its extension.</summary>
    public static string FileName(FigureReport report) => $"{report.Period}{report.Title}（{report.Office}）";

    internal static string Heading(FigureReport report) => $"{report.Office}{report.Period}{report.Title}";

    internal static IReadOnlyList<string> Columns(FigureReport report) => ["项目", "单位", report.Period, report.ComparedWith.Before, report.ComparedWith.YearEarlier];

    internal static string NameOf(ReportLine line) => line.IsPart ? $"　其中：{line.Name}" : line.Name;

    internal static string Counted(FigureReport report) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"统计时间：{report.CountedAt:yyyy年M月d日 HH:mm}。只有数字，没有个人信息。");
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LegalService.Casework.Figures;
using LegalService.Casework.Reading;
using LegalService.Casework.Tests.Hosting;

namespace LegalService.Casework.Tests.Figures;

public sealed class ReportTests
{
    [Theory]
    [InlineData("figure: people", "figure: persons", "没有“persons”")]
    [InlineData("percent: [some, all]", "percent: [some, none]", "两行都要在它前面")]
    [InlineData("{share}", "{shares}", "text 里的 {shares} 不是哪一行的 id")]
    [InlineData("id: share,", "id: all,", "“all”写了两次")]
    public void A_mistake_in_a_report_is_named_with_its_file(string right, string wrong, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-figures-").FullName;
        const string Report = """
            id: report
            title: 报表
            lines:
              - { id: some, name: 一些, unit: 件, counts: legalAid }
              - { id: all, name: 全部, unit: 件, figure: people }
              - { id: share, name: 占比, unit: "%", percent: [some, all] }
            text: "{期间}{单位}占{share}"
            """;
        File.Copy(Path.Combine(CaseworkHost.CorpusFolder, "figures", "settings.yaml"), Path.Combine(folder, "settings.yaml"));
        File.WriteAllText(Path.Combine(folder, "report.yaml"), Report);
        Assert.Single(ReportTemplates.Load(folder).All);

        File.WriteAllText(Path.Combine(folder, "report.yaml"), Report.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(reason, Assert.Throws<CorpusException>(() => ReportTemplates.Load(folder)).Problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_a_right_spreadsheet_a_right_document_and_a_text_that_say_the_same()
    {
        var report = new FigureReport
        {
            Title = "统计表",
            Period = "2026年第四季度",
            Office = "示例县公共法律服务中心",
            ComparedWith = new("2026年第三季度", "2025年第四季度"),
            Lines = [new("aid", "办理法律援助案件", "件", false, 1234, 5, 6), new("rate", "调解成功率", "%", true, null, 66.7m, 50)],
            Text = ["办理法律援助案件1,234件。"],
            CountedAt = new(2026, 12, 31, 17, 0, 0, TimeSpan.FromHours(8)),
        };
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(ReportExport.Xlsx(report)), isEditable: false);
        using var document = WordprocessingDocument.Open(new MemoryStream(ReportExport.Docx(report)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(sheet).Select(error => error.Description));
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        var cells = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.Contains(cells, cell => cell.DataType!.Value == CellValues.Number && cell.InnerText == "1234");
        Assert.Contains("其中：调解成功率%—66.750", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Contains("　其中：调解成功率\t%\t—\t66.7\t50\n", ReportExport.Text(report), StringComparison.Ordinal);
        Assert.Equal("2026年第四季度统计表（示例县公共法律服务中心）", ReportExport.FileName(report));
    }

    [Fact]
    public void A_period_knows_the_one_before_and_the_same_a_year_earlier()
    {
        (FigurePeriod Period, string Before, string YearEarlier)[] expected =
        [
            (FigurePeriod.Quarter(2026, 1), "2025年第四季度", "2025年第一季度"),
            (FigurePeriod.Month(2024, 2), "2024年1月", "2023年2月"),
            (FigurePeriod.Year(2026), "2025年", "2025年"),
            (FigurePeriod.Days(new(2026, 3, 10), new(2026, 3, 19)), "2026年2月28日至2026年3月9日", "2025年3月10日至2025年3月19日"),
        ];
        Assert.All(expected, each => Assert.Equal((each.Before, each.YearEarlier), (each.Period.Before.Name, each.Period.YearEarlier.Name)));
        Assert.Equal("2026年第四季度", FigurePeriod.QuarterOf(new(2026, 12, 31)).Name);
    }
}

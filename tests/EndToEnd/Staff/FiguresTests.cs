using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>What was done, at a glance and as the report that is sent on.</summary>
[Collection(StaffTests.Name)]
public sealed class FiguresTests(StaffStage stage)
{
    [Fact]
    public async Task The_dashboard_counts_what_came_in_and_leads_to_the_report()
    {
        for (var request = 0; request < 3; request++)
            await stage.SubmitAsync(request == 0 ? "people-mediation" : "legal-consultation");
        await using var page = await stage.OpenAsync(StaffStage.Reviewer, "/staff/figures");

        await Expect(page.Text("办的什么事")).ToBeVisibleAsync();
        await Expect(page.Text("法律咨询").First).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("figures");
        await page.Browser.GetByRole(AriaRole.Link, new() { Name = "出报表" }).ClickAsync();
        await Expect(page.Heading).ToContainTextAsync("公共法律服务工作情况统计表");
        await Expect(page.Text("共办理法律援助案件")).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("report");
    }

    [Fact]
    public async Task The_report_is_saved_as_a_spreadsheet_a_document_and_a_text()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/figures/report?office=example-centre");

        foreach (var (link, extension) in new[] { ("表格（XLSX）", ".xlsx"), ("文档（DOCX）", ".docx"), ("文字（TXT）", ".txt") })
        {
            var saved = await page.Browser.RunAndWaitForDownloadAsync(() => page.Browser.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
            Assert.EndsWith($"公共法律服务工作情况统计表（示例县公共法律服务中心）{extension}", saved.SuggestedFilename, StringComparison.Ordinal);
            var path = await saved.PathAsync();
            if (extension == ".xlsx")
            {
                using var sheet = SpreadsheetDocument.Open(path, isEditable: false);
                Assert.NotNull(sheet.WorkbookPart);
            }
        }
    }

    [Fact]
    public async Task An_office_or_period_without_work_says_so()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/figures?period=2020-01-01_2020-03-31");

        await Expect(page.Text("这段时间没有办件")).ToBeVisibleAsync();
        await Expect(page.Heading).ToHaveTextAsync("2020年第一季度 工作情况");
        await page.CheckAsync();
    }

    [Fact]
    public async Task Who_writes_knowledge_sees_no_figures_by_page_or_by_api()
    {
        await using var page = await stage.OpenAsync(StaffStage.Editor, "/staff/figures");
        await Expect(page.Text("办的什么事")).ToHaveCountAsync(0);
        using var client = await stage.ClientAsync(StaffStage.Editor);
        using var response = await client.GetAsync(new Uri("/api/v1/staff/figures?from=2026-01-01&to=2026-03-31", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}

using System.Text;
using LegalService.Casework.Figures;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Staff.Api;

/// <summary>Figures and reports, counted when they are asked for. No personal data are in them.</summary>
internal static class FiguresEndpoints
{
    // Excel and Word on an old office PC tell Chinese text from its first bytes.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static void MapFigures(this RouteGroupBuilder api)
    {
        var figures = api.MapGroup("figures").RequireAuthorization(StaffPolicies.Figures);
        figures.MapGet("", TotalsAsync).WithName("staffFigures").WithSummary("What was counted from one day to another");
        figures.MapGet("reports/{report}", ReportAsync).WithName("staffReport").WithSummary("A report; with a format it is a file: xlsx, docx or txt");
    }

    private static async Task<Results<Ok<FigureTotals>, ProblemHttpResult>> TotalsAsync(DateOnly from, DateOnly to, string? office, FiguresDesk desk, CancellationToken cancellation)
    {
        var period = FigurePeriod.Of(from, to);
        return period.Succeeded ? TypedResults.Ok(await desk.TotalsAsync(period.Value, office, cancellation)) : period.Failure.AsResult();
    }

    private static async Task<Results<Ok<FigureReport>, FileContentHttpResult, ProblemHttpResult>> ReportAsync(
        string report, DateOnly from, DateOnly to, string? office, string? format, FiguresDesk desk, CancellationToken cancellation)
    {
        var period = FigurePeriod.Of(from, to);
        if (!period.Succeeded)
            return period.Failure.AsResult();
        var written = await desk.ReportAsync(report, period.Value, office, cancellation);
        if (!written.Succeeded)
            return written.Failure.AsResult();
        return format switch
        {
            "xlsx" => TypedResults.File(ReportExport.Xlsx(written.Value), ReportExport.XlsxType, $"{ReportExport.FileName(written.Value)}.xlsx"),
            "docx" => TypedResults.File(ReportExport.Docx(written.Value), ReportExport.DocxType, $"{ReportExport.FileName(written.Value)}.docx"),
            "txt" => TypedResults.File(
                [.. Utf8.GetPreamble(), .. Utf8.GetBytes(ReportExport.Text(written.Value))], "text/plain; charset=utf-8", $"{ReportExport.FileName(written.Value)}.txt"),
            _ => TypedResults.Ok(written.Value),
        };
    }
}

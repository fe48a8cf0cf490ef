using LegalService.Casework;
using LegalService.Casework.Calendar;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Hosting;

/// <summary>Degraded when deadlines would be counted without the holidays of the year, because nobody has written them down yet.</summary>
internal sealed class CalendarHealthCheck(WorkCalendar calendar, IOptions<CorpusOptions> options, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        calendar.Warning(BeijingTime.Today(time), options.Value.WarnBeforeNewYearDays) is { } warning
            ? HealthCheckResult.Degraded(warning)
            : HealthCheckResult.Healthy());
}

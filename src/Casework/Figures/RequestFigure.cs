using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Figures;

/// <summary>
/// A request as the statistics know it: narrow, so that the database counts a quarter of them from an index, and without personal data, so that it outlives
/// them. Made anew with every step. Days are days in Beijing.
/// </summary>
internal sealed class RequestFigure
{
    public required Guid RequestId { get; init; }

    public required string Service { get; init; }

    public required string? Office { get; set; }

    public required string Channel { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>What the reports count it as (<see cref="FiguresRule.Counts"/>); null: nothing.</summary>
    public string? Counts { get; set; }

    /// <summary>The part that is counted apart; null: none.</summary>
    public string? Group { get; set; }

    /// <summary>The day from which on it counts as <see cref="Counts"/>; null: it does not, or not yet.</summary>
    public DateOnly? CountedOn { get; set; }

    /// <summary>The day of the first decision; null: there is none.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The decision that holds: accepted, refused, upheld or passed on; null: there is none.</summary>
    public RequestState? Decision { get; set; }

    /// <summary>Days from receipt to the first decision, those in which papers were awaited as well: as long as the citizen waited.</summary>
    public int? WaitDays { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>The state in which it was closed.</summary>
    public RequestState? End { get; set; }

    /// <summary>One of the outcomes of the service.</summary>
    public string? Outcome { get; set; }

    /// <summary>Brings it to where the request stands.</summary>
    public void Follow(Request request, IReadOnlyList<RequestStep> steps, FiguresRule? rule)
    {
        Office = request.Office;
        Outcome = request.Outcome;
        (ClosedOn, End) = request.ClosedAt is { } closed ? (BeijingTime.DayOf(closed), request.State) : ((DateOnly?)null, (RequestState?)null);
        CountedOn = rule is not null && steps.FirstOrDefault(step => step.Event == rule.At) is { } counted ? BeijingTime.DayOf(counted.At) : null;
        var decisions = steps.Where(step => step.Event is CaseEvents.Accepted or CaseEvents.Refused or CaseEvents.Transferred or CaseEvents.ObjectionDecided).ToList();
        DecidedOn = decisions is [var first, ..] ? BeijingTime.DayOf(first.At) : null;
        Decision = decisions is [.., var last] ? last.To : null;
        WaitDays = DecidedOn?.DayNumber - ReceivedOn.DayNumber;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<RequestFigure>
    {
        public void Configure(EntityTypeBuilder<RequestFigure> builder)
        {
            builder.ToTable("RequestFigures");
            builder.HasKey(figure => figure.RequestId);
            // Each question of a report is answered from one index alone.
            builder.HasIndex(figure => new { figure.ReceivedOn, figure.Office, figure.Service, figure.Channel });
            builder.HasIndex(figure => new { figure.DecidedOn, figure.Office, figure.Decision, figure.WaitDays });
            builder.HasIndex(figure => new { figure.CountedOn, figure.Office, figure.Counts, figure.Group });
            builder.HasIndex(figure => new { figure.ClosedOn, figure.Office, figure.Counts, figure.End, figure.Outcome });
            builder.Property(figure => figure.Service).HasMaxLength(60);
            builder.Property(figure => figure.Office).HasMaxLength(40);
            builder.Property(figure => figure.Channel).HasMaxLength(40);
            builder.Property(figure => figure.Counts).HasMaxLength(40);
            builder.Property(figure => figure.Group).HasMaxLength(40);
            builder.Property(figure => figure.Outcome).HasMaxLength(40);
        }
    }
}

using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Deadlines;

/// <summary>A deadline as it was counted last, so that the queue can be sorted by the database. Counted anew with every step of the request.</summary>
internal sealed class RequestDeadline
{
    public required Guid RequestId { get; init; }

    /// <summary>As the request has it, for figures.</summary>
    public required string Service { get; init; }

    /// <inheritdoc cref="Service"/>
    public required string? Office { get; init; }

    public required string Rule { get; init; }

    public required int Occurrence { get; init; }

    public required string Name { get; init; }

    public required DeadlineParty Party { get; init; }

    /// <summary>Law and article, a line each, with a tab between.</summary>
    public required string Basis { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset Due { get; init; }

    public required DateTimeOffset AmberFrom { get; init; }

    public required DateTimeOffset RedFrom { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required bool IsDropped { get; init; }

    public required bool IsSuspended { get; init; }

    /// <summary>Whether it was kept; null while it runs or after it fell away.</summary>
    public required bool? IsKept { get; init; }

    public static RequestDeadline Of(Request request, Deadline deadline) => new()
    {
        RequestId = request.Id,
        Service = request.Service,
        Office = request.Office,
        Rule = deadline.Rule,
        Occurrence = deadline.Occurrence,
        Name = deadline.Name,
        Party = deadline.Party,
        Basis = string.Join('\n', deadline.Basis.Select(basis => $"{basis.Law}\t{basis.Article}")),
        StartedAt = deadline.StartedAt,
        Due = deadline.Due,
        AmberFrom = deadline.AmberFrom,
        RedFrom = deadline.RedFrom,
        EndedAt = deadline.EndedAt,
        IsDropped = deadline.IsDropped,
        IsSuspended = deadline.IsSuspended,
        IsKept = deadline.EndedAt is { } ended ? deadline.StateAt(ended) == DeadlineState.Met : null,
    };

    public Deadline ToDeadline() => new()
    {
        Rule = Rule,
        Occurrence = Occurrence,
        Name = Name,
        Party = Party,
        Basis = [.. Basis.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => new LegalBasis(parts[0], parts[1]))],
        StartedAt = StartedAt,
        Due = Due,
        AmberFrom = AmberFrom,
        RedFrom = RedFrom,
        EndedAt = EndedAt,
        IsDropped = IsDropped,
        IsSuspended = IsSuspended,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<RequestDeadline>
    {
        public void Configure(EntityTypeBuilder<RequestDeadline> builder)
        {
            builder.ToTable("RequestDeadlines");
            builder.HasKey(deadline => new { deadline.RequestId, deadline.Rule, deadline.Occurrence });
            builder.HasIndex(deadline => deadline.Due);
            // Figures of a period are counted from the index alone.
            builder.HasIndex(deadline => new { deadline.Party, deadline.Due, deadline.Office, deadline.Service, deadline.Rule, deadline.IsKept, deadline.IsDropped, deadline.IsSuspended });
            builder.Property(deadline => deadline.Rule).HasMaxLength(80);
            builder.Property(deadline => deadline.Service).HasMaxLength(60);
            builder.Property(deadline => deadline.Office).HasMaxLength(40);
        }
    }
}

/// <summary>A reminder of a deadline: sent once, and gone when the deadline is met or moves.</summary>
internal sealed class DeadlineReminder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    public required string Rule { get; init; }

    public required int Occurrence { get; init; }

    /// <summary>One of the names for deadlines in <see cref="Requests.RequestRaised"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The end it reminds of.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it is to be sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was; null: not yet.</summary>
    public DateTimeOffset? SentAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeadlineReminder>
    {
        public void Configure(EntityTypeBuilder<DeadlineReminder> builder)
        {
            builder.ToTable("DeadlineReminders");
            builder.HasKey(reminder => reminder.Id);
            builder.HasIndex(reminder => new { reminder.RequestId, reminder.Rule, reminder.Occurrence, reminder.Kind, reminder.Due }).IsUnique();
            builder.HasIndex(reminder => new { reminder.SentAt, reminder.At });
            builder.Property(reminder => reminder.Rule).HasMaxLength(80);
            builder.Property(reminder => reminder.Kind).HasMaxLength(40);
        }
    }
}

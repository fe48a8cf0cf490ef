using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Requests;

/// <summary>A citizen's request. What tells who he is and what happened is sealed; the rest is the statistical shell that outlives it.</summary>
internal sealed class Request
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>See <see cref="Numbers.CaseNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Keyed hash of number and pickup code; empty when personal data were removed, and then no code fits.</summary>
    public required string CodeFingerprint { get; set; }

    /// <summary>The id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>What it is about: the value of an option; null when the service does not ask.</summary>
    public string? Matter { get; set; }

    /// <summary>Where it was sent from, such as <c>web</c> or <c>kiosk</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Id of the kiosk where it was made; null when it was made elsewhere.</summary>
    public Guid? Kiosk { get; init; }

    /// <summary>Id of the office that deals with it; null: none of the county offers the service.</summary>
    public string? Office { get; set; }

    /// <summary>Id of the office that handed it to <see cref="Office"/>, which has not taken it over yet; null: nobody waits for that.</summary>
    public string? ReferredFrom { get; set; }

    /// <summary>How it ended, one of the outcomes of <see cref="FiguresRule"/>; null: not over, or the service has none.</summary>
    public string? Outcome { get; set; }

    /// <summary>Messages about it must not tell what it is about, for others may read the phone.</summary>
    public bool IsDiscreet { get; set; }

    public RequestState State { get; set; }

    /// <summary>From 1; one more with every change. The number of its last step.</summary>
    public int Version { get; set; }

    /// <summary>A <see cref="RequestPaper"/> as JSON; null when personal data were removed.</summary>
    public byte[]? SealedPaper { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it came to a state in which nothing is left to decide; null before.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When personal data were removed.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Who helps; null: nobody yet.</summary>
    public string? Assignee { get; set; }

    /// <summary>User name of the clerk who looks after it; null: nobody in particular. The citizen is not told.</summary>
    public string? Clerk { get; set; }

    /// <summary>Help began before the papers were complete (法律援助法第四十四条).</summary>
    public bool IsStartedEarly { get; set; }

    /// <summary>Something outside stops the work.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>0 now, 1 today, 2 soon, 3 in its turn.</summary>
    public int Urgency { get; set; } = Triage.Finding.Ordinary;

    /// <summary>The findings as JSON; they hold no personal data.</summary>
    public string Findings { get; set; } = "[]";

    /// <summary>The day in Beijing for which the findings hold.</summary>
    public DateOnly TriagedOn { get; set; }

    /// <summary>The earliest end of what the centre must do next; null: nothing, or its time does not run.</summary>
    public DateTimeOffset? NextDue { get; set; }

    internal string PaperPlace => $"request/{Id:N}/paper";

    internal string Subject => $"request/{Number}";

    internal string StepPlace(int sequence) => $"request/{Id:N}/step/{sequence}";

    internal sealed class Configuration : IEntityTypeConfiguration<Request>
    {
        public void Configure(EntityTypeBuilder<Request> builder)
        {
            builder.ToTable("Requests");
            builder.HasKey(request => request.Id);
            builder.HasIndex(request => request.Number).IsUnique();
            // The queue, as it is sorted.
            builder.HasIndex(request => new { request.State, request.Urgency, request.NextDue });
            builder.HasIndex(request => request.ClosedAt);
            builder.HasIndex(request => new { request.NextDue, request.Office });
            // All that the board sorts and filters open requests by: its page is found without reading a single sealed row.
            builder.HasIndex(request => new
            {
                request.Urgency,
                request.NextDue,
                request.ReceivedAt,
                request.Number,
                request.State,
                request.Service,
                request.Office,
                request.Clerk,
                request.Assignee,
                request.Id,
            }).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Requests_Board");
            builder.HasIndex(request => new { request.State, request.ReceivedAt });
            builder.HasIndex(request => new { request.Kiosk, request.ReceivedAt }).HasFilter("\"Kiosk\" IS NOT NULL");
            builder.Property(request => request.Number).HasMaxLength(20);
            builder.Property(request => request.CodeFingerprint).HasMaxLength(43);
            builder.Property(request => request.Service).HasMaxLength(60);
            builder.Property(request => request.Matter).HasMaxLength(60);
            builder.Property(request => request.Channel).HasMaxLength(40);
            builder.Property(request => request.Office).HasMaxLength(40);
            builder.Property(request => request.ReferredFrom).HasMaxLength(40);
            builder.Property(request => request.Outcome).HasMaxLength(40);
            builder.Property(request => request.Assignee).HasMaxLength(60);
            builder.Property(request => request.Clerk).HasMaxLength(Staff.StaffDirectory.LongestUserName);
        }
    }
}

/// <summary>One change of a request: who, when, why. Never changed; its words are removed with the personal data.</summary>
internal sealed record RequestStep
{
    public required Guid RequestId { get; init; }

    /// <summary>The version of the request after it.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As in the audit trail.</summary>
    public required string Actor { get; init; }

    /// <summary>One of <see cref="CaseEvents.All"/> or of the names in <see cref="RequestMachine"/>.</summary>
    public required string Event { get; init; }

    /// <summary>Null for the first step.</summary>
    public required RequestState? From { get; init; }

    public required RequestState To { get; init; }

    /// <summary>A <see cref="StepDetail"/> as JSON; null when there is none, or personal data were removed.</summary>
    public byte[]? SealedDetail { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RequestStep>
    {
        public void Configure(EntityTypeBuilder<RequestStep> builder)
        {
            builder.ToTable("RequestSteps");
            builder.HasKey(step => new { step.RequestId, step.Sequence });
            builder.HasIndex(step => step.At);
            builder.Property(step => step.Actor).HasMaxLength(120);
            builder.Property(step => step.Event).HasMaxLength(80);
        }
    }
}

/// <summary>By whom a request is found: a keyed hash of a number or name.</summary>
internal sealed class RequestParty
{
    public required Guid RequestId { get; init; }

    public required PartySide Side { get; init; }

    /// <summary><c>idNumber</c>, <c>phone</c> or <c>name</c>.</summary>
    public required string Kind { get; init; }

    public required string Fingerprint { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RequestParty>
    {
        public void Configure(EntityTypeBuilder<RequestParty> builder)
        {
            builder.ToTable("RequestParties");
            builder.HasKey(party => new { party.RequestId, party.Side, party.Kind });
            builder.HasIndex(party => party.Fingerprint);
            builder.Property(party => party.Kind).HasMaxLength(20);
            builder.Property(party => party.Fingerprint).HasMaxLength(43);
        }
    }
}

/// <summary>Where a person stands.</summary>
internal enum PartySide
{
    Applicant,
    Helper,
    Opponent,
}

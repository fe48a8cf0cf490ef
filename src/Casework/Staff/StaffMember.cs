using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Staff;

/// <summary>Somebody who works at the centre and may sign in. Never deleted, for the audit trail names him or her; an account is disabled instead.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>An account that may sign in; it has no password yet.</summary>
    public StaffMember() => Id = Guid.CreateVersion7();

    /// <summary>As colleagues, and citizens who are helped, read it.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Id of an office of <c>corpus/places</c>; null: of all of them.</summary>
    public string? Office { get; set; }

    /// <summary>Some of <see cref="StaffRoles.All"/>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Languages spoken, such as <c>zh</c> and <c>mn</c>.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>What requests he or she takes on: a service (<c>legal-aid</c>) or one of its matters (<c>legal-aid/wages</c>). Empty: none is suggested.</summary>
    public List<string> CaseKinds { get; set; } = [];

    /// <summary>The password was given by somebody else and opens nothing but the page where it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Since when the account opens nothing; null: it does.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last time somebody signed in with it; null: nobody yet.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    internal string Subject => $"staff/{UserName}";

    internal sealed class Configuration : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> builder)
        {
            builder.ToTable("StaffMembers");
            builder.HasKey(member => member.Id);
            builder.HasIndex(member => member.NormalizedUserName).IsUnique();
            builder.Property(member => member.ConcurrencyStamp).IsConcurrencyToken();
            builder.Property(member => member.UserName).HasMaxLength(StaffDirectory.LongestUserName);
            builder.Property(member => member.NormalizedUserName).HasMaxLength(StaffDirectory.LongestUserName);
            builder.Property(member => member.DisplayName).HasMaxLength(StaffDirectory.LongestName);
            builder.Property(member => member.Office).HasMaxLength(40);
            // Identity can do more than this service asks of it.
            builder.Ignore(member => member.Email).Ignore(member => member.NormalizedEmail).Ignore(member => member.EmailConfirmed)
                .Ignore(member => member.PhoneNumber).Ignore(member => member.PhoneNumberConfirmed);
        }
    }

    internal sealed class LoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
        {
            builder.ToTable("StaffLogins");
            builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
            builder.HasIndex(login => login.UserId);
            builder.Property(login => login.LoginProvider).HasMaxLength(120);
            builder.Property(login => login.ProviderKey).HasMaxLength(200);
        }
    }

    internal sealed class TokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
        {
            builder.ToTable("StaffTokens");
            builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
            builder.Property(token => token.LoginProvider).HasMaxLength(120);
            builder.Property(token => token.Name).HasMaxLength(120);
        }
    }
}

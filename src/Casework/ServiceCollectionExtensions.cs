using LegalService.Casework.Appointments;
using LegalService.Casework.Attachments;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Conversations;
using LegalService.Casework.Dispatches;
using LegalService.Casework.Documents;
using LegalService.Casework.Drafts;
using LegalService.Casework.Feedback;
using LegalService.Casework.Figures;
using LegalService.Casework.Handovers;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Kiosks;
using LegalService.Casework.KnowledgeDesk;
using LegalService.Casework.Letters;
using LegalService.Casework.Matters;
using LegalService.Casework.Notifications;
using LegalService.Casework.Pickups;
using LegalService.Casework.Places;
using LegalService.Casework.Referrals;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Casework.Unanswered;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LegalService.Casework;

/// <summary>Brings casework into a host.</summary>
public static class ServiceCollectionExtensions
{
    private const int MostConnections = 40;

    /// <summary>Requests, appointments, triage, deadlines, notifications and audit over one store.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, Action<StoreOptions> configureStore)
    {
        services.AddOptions<StoreOptions>().Configure(configureStore).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddStore();
        services.AddChannels();
        services.AddConversations();
        services.AddAudit();
        services.AddSwitches();
        services.AddAttachments();
        services.AddCalendar();
        services.AddIdempotency();
        services.AddRequests();
        services.AddReferrals();
        services.AddDispatches();
        services.AddDrafts();
        services.AddPlaces();
        services.AddLetters();
        services.AddDocuments();
        services.AddAppointments();
        services.AddFeedback();
        services.AddMatters();
        services.AddFigures();
        services.AddNotifications();
        services.AddUnanswered();
        services.AddHandovers();
        services.AddKiosks();
        services.AddPickups();
        services.AddKnowledgeDesk();
        services.AddStaff();
        return services;
    }

    private static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton<Func<CaseworkContext>>(provider => ContextFactory(provider.GetRequiredService<IOptions<StoreOptions>>().Value));
        services.AddSingleton(provider => new CaseworkStore(
            provider.GetRequiredService<Func<CaseworkContext>>(), provider.GetRequiredService<IOptions<StoreOptions>>().Value.Provider));
        services.AddSingleton<MasterKeySource>();
        services.AddSingleton<Sealer>();
        services.AddHostedService<StoreStart>();
    }

    private static Func<CaseworkContext> ContextFactory(StoreOptions options)
    {
        if (options.Provider == StoreProvider.PostgreSql)
        {
            var postgres = new DbContextOptionsBuilder<PostgresCaseworkContext>().UseNpgsql(Pooled(
                options.ConnectionString ?? throw new InvalidOperationException("Storage:Provider 是 PostgreSql 时要设置 ConnectionStrings:Default"))).Options;
            return () => new PostgresCaseworkContext(postgres);
        }

        Directory.CreateDirectory(options.DataDirectory);
        var connection = options.ConnectionString ?? new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(options.DataDirectory, "casework.db"),
            DefaultTimeout = 30,
        }.ToString();
        var sqlite = new DbContextOptionsBuilder<SqliteCaseworkContext>().UseSqlite(connection).Options;
        return () => new SqliteCaseworkContext(sqlite);
    }

    /// <summary>PostgreSQL takes 100 connections unless it is told otherwise: two servers share them when the connection string does not say how many are whose.</summary>
    private static string Pooled(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!connection.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
            builder.MaxPoolSize = MostConnections;
        return builder.ToString();
    }
}

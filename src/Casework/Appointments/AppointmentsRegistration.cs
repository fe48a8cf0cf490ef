using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Interviews;
using LegalService.Interviews.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

internal static class AppointmentsRegistration
{
    public static IServiceCollection AddAppointments(this IServiceCollection services)
    {
        services.AddOptions<AppointmentOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IBookableServices>(p => new CatalogServices(p.GetService<ServiceCatalog>()));
        services.AddSingleton<SlotPlanner>();
        services.AddSingleton<SlotSearch>();
        services.AddSingleton<PlaceTaking>();
        services.AddSingleton<ContactBox>();
        services.AddSingleton<BookableRequest>();
        services.AddSingleton<CodeCheck>();
        services.AddSingleton<CalendarFile>();
        services.AddSingleton<AppointmentWriter>();
        services.AddSingleton<WaitingOffers>();
        services.AddSingleton<QueueForecast>();
        services.AddSingleton<QueueCalls>();
        services.AddSingleton<StaffBookings>();
        services.AddSingleton<RequestLink>();
        services.AddSingleton<IRequestAppointments>(p => p.Get<RequestLink>());
        services.AddSingleton<IRequestEvents>(p => p.Get<RequestLink>());
        services.AddSingleton<AppointmentSweep>();
        services.AddHostedService<AppointmentSweeper>();
        // Their constructors take what only this project knows.
        services.AddSingleton(p => new AppointmentDesk(
            p.Get<CaseworkStore>(), p.Get<SlotSearch>(), p.Get<PlaceTaking>(), p.Get<BookableRequest>(), p.Get<OnceOnly>(), p.Get<AppointmentWriter>(),
            p.Get<IOptions<AppointmentOptions>>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new OwnAppointment(
            p.Get<CaseworkStore>(), p.Get<PlaceTaking>(), p.Get<BookableRequest>(), p.Get<AppointmentWriter>(), p.Get<AppointmentDesk>(), p.Get<WaitingOffers>(),
            p.Get<CodeCheck>(), p.Get<CalendarFile>(), p.Get<Sealer>(), p.Get<IOptions<AppointmentOptions>>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new AppointmentLookup(p.Get<CaseworkStore>(), p.Get<CodeCheck>(), p.Get<GuessLimit>()));
        services.AddSingleton(p => new AppointmentDiary(
            p.Get<CaseworkStore>(), p.Get<AppointmentWriter>(), p.Get<StaffBookings>(), p.Get<IOptions<AppointmentOptions>>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new DiaryReading(
            p.Get<CaseworkStore>(), p.Get<PlaceCatalog>(), p.Get<WorkCalendar>(), p.Get<SlotSearch>(), p.Get<BookableRequest>(), p.Get<ContactBox>(),
            p.Get<AuditTrail>()));
        services.AddSingleton(p => new ClosureDesk(p.Get<CaseworkStore>(), p.Get<PlaceCatalog>(), p.Get<AuditTrail>()));
        services.AddSingleton(p => new PlaceClosures(p.Get<ClosureDesk>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new WaitingList(
            p.Get<CaseworkStore>(), p.Get<OnceOnly>(), p.Get<SlotSearch>(), p.Get<SlotPlanner>(), p.Get<PlaceTaking>(), p.Get<BookableRequest>(),
            p.Get<AppointmentWriter>(), p.Get<WaitingOffers>(), p.Get<ContactBox>(), p.Get<CodeCheck>(), p.Get<AuditTrail>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new WalkInDesk(
            p.Get<CaseworkStore>(), p.Get<PlaceCatalog>(), p.Get<IBookableServices>(), p.Get<SwitchBoard>(), p.Get<QueueForecast>(), p.Get<QueueCalls>(), p.Get<ContactBox>(),
            p.Get<AuditTrail>(), p.Get<IOptions<AppointmentOptions>>(), p.Get<TimeProvider>()));
        return services;
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}

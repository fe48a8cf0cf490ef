using LegalService.Bot;
using LegalService.Casework;
using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Knowledge;
using LegalService.Server.Api;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using LegalService.Server.Kiosks;
using LegalService.Server.Pages;
using LegalService.Server.Staff;
using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Knowledge;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.WebHost.ConfigureKestrel(RequestLimits.Apply);

builder.Services.AddKnowledge(options => StorageLayout.Configure(builder.Configuration, options));
builder.Services.AddLanguageModel(options => StorageLayout.Configure(builder.Configuration, options));
builder.Services.AddInterviews(options => StorageLayout.Configure(builder.Configuration, options));
builder.Services.AddTexts(options => StorageLayout.Configure(builder.Configuration, options));
builder.Services.AddCasework(options => StorageLayout.Configure(builder.Configuration, options));
builder.Services.AddKnowledgeDesk(builder.Configuration);
builder.Services.AddBot();
builder.ConfigureConversations();
builder.Services.BindCaseworkSettings(builder.Configuration);
builder.Services.AddApiProblems();
builder.Services.AddApiRateLimits(builder.Configuration);
builder.AddStaffConsole();
builder.AddKiosks();
builder.Services.AddCitizenPages();
builder.Services.AddTelemetry();
builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer<ApiDescription>().AddOperationTransformer<ApiDescription>());
builder.Services.AddHealthChecks().AddCheck<KnowledgeHealthCheck>("knowledge", tags: [HealthEndpoints.Ready])
    .AddCheck<CalendarHealthCheck>("calendar", tags: [HealthEndpoints.Ready]);
builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));

var app = builder.Build();
if (WeChatMenuCommand.IsAskedFor(args))
    return await WeChatMenuCommand.RunAsync(app);
if (VerifyAuditCommand.IsAskedFor(args))
    return await VerifyAuditCommand.RunAsync(app);
if (AddAdministratorCommand.IsAskedFor(args))
    return await AddAdministratorCommand.RunAsync(app, args);
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseMiddleware<SecurityHeaders>();
app.UseCors();
app.UseMiddleware<KioskGate>();
app.UseRateLimiter();
app.UseWebSockets();
app.UseDefaultFiles();
// Checked at every load, so that an update never mixes old and new modules of the page.
app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache" });
app.UseScriptFiles();
app.UseMiddleware<LanguageOfRequest>();
app.UseStaffConsole();

app.MapAnswers();
app.MapArticles();
app.MapWelcome();
app.MapDirectLine();
app.MapWebChat();
app.MapWeChat();
app.MapServices();
app.MapLanguages();
app.MapInterviews();
app.MapCalculators();
app.MapDocuments();
app.MapAttachments();
app.MapRequests();
app.MapAppointments();
app.MapWaiting();
app.MapPlaces();
app.MapFeedback();
app.MapMy();
app.MapReceipts();
app.MapQr();
app.MapDrafts();
app.MapKiosks();
app.MapStaffConsole();
app.MapHealth();
app.MapReference();
app.MapChatPage();
app.MapCitizenPages();
app.MapPrometheusScrapingEndpoint("/metrics");

app.AnnounceAddresses();
return app.RunUnlessAddressInUse();

/// <summary>The server's entry point; public so that tests can start it.</summary>
public sealed partial class Program;

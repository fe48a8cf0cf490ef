using LegalService.Interviews.Languages;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.Events;
using LegalService.Kiosk.Hosting;
using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Questions;
using LegalService.Kiosk.Screens.Shell;
using LegalService.Kiosk.Sessions;
using LegalService.Knowledge;
using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();

builder.Services.AddKeeping();
builder.Services.AddCentre(builder.Configuration);
builder.Services.AddLocalCopy();
builder.Services.AddKnowledge(options => MachineLayout.Configure(builder.Configuration, options));
builder.Services.AddTexts(options => MachineLayout.Configure(builder.Configuration, options));
builder.Services.AddOutbox();
builder.Services.AddQuestions();
builder.Services.AddDevices(builder.Configuration);
builder.Services.AddSessions();
// What a page was given holds for this process and its screen alone: no key of it stays on the disk.
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseStaticFiles();
app.UseScriptFiles();
app.UseAntiforgery();
app.MapDeviceEvents();
app.MapRazorComponents<KioskApp>().AddInteractiveServerRenderMode();
app.Run();

/// <summary>The kiosk's entry point; public so that tests can start it.</summary>
public sealed partial class Program;

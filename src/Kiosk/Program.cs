using LegalService.Interviews.Languages;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Devices.Events;
using LegalService.Kiosk.Hosting;
using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Questions;
using LegalService.Kiosk.Screens;
using LegalService.Kiosk.Sessions;
using LegalService.Knowledge;

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
builder.Services.AddScreens();

var app = builder.Build();
app.UseScreens();
app.MapDeviceEvents();
app.Run();

/// <summary>The kiosk's entry point; public so that tests can start it.</summary>
public sealed partial class Program;

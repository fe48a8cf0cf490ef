using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Kiosk.Devices;
using LegalService.Kiosk.Hosting;
using LegalService.Kiosk.Screens;
using LegalService.Knowledge;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();

builder.Services.AddKnowledge(options => MachineLayout.Configure(builder.Configuration, options));
builder.Services.AddInterviews(options => MachineLayout.Configure(builder.Configuration, options));
builder.Services.AddTexts(options => MachineLayout.Configure(builder.Configuration, options));
builder.Services.AddDevices(builder.Configuration);
builder.Services.AddScreens();

var app = builder.Build();
app.UseScreens();
app.Run();

/// <summary>The kiosk's entry point; public so that tests can start it.</summary>
public sealed partial class Program;

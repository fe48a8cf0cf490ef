using LegalService.Interviews.Definitions;
using LegalService.Kiosk.Outbox;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>What was sent and what came of it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Walk">The answers.</param>
/// <param name="Sent">Delivered or kept.</param>
internal sealed record Receipt(ServiceDefinition Service, FormWalk Walk, SendOutcome Sent);

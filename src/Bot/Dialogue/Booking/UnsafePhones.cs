using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Whether somebody else may see what comes to a citizen's phone. Thread safe.</summary>
internal sealed class UnsafePhones(IOptions<RequestOptions> options)
{
    /// <summary>True when a rule of <see cref="RequestOptions.UnsafePhoneRules"/> holds: then no message goes to the phone.</summary>
    public bool IsUnsafe(ServiceDefinition service, Answers sent, DateOnly today) =>
        service.Triage.Any(rule => options.Value.UnsafePhoneRules.Contains(rule.Id) && rule.When.Holds(sent, today));
}

using LegalService.Casework.Staff;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Staff.Access;

/// <summary>Looks again and again whether an open page may stay open: the account still holds, and somebody is there.</summary>
internal sealed class StaffRevalidation(
    ILoggerFactory loggers, IServiceScopeFactory scopes, CircuitActivity activity, IOptions<StaffOptions> options, TimeProvider time)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.Value.RevalidateSeconds);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - activity.Last > TimeSpan.FromMinutes(options.Value.SessionMinutes))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var claims = scope.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        return await members.GetUserAsync(authenticationState.User) is { DisabledAt: null, SecurityStamp: { } stamp }
            && authenticationState.User.HasClaim(claims.SecurityStampClaimType, stamp);
    }
}

/// <summary>When somebody last did something on an open page; what the server does by itself does not count.</summary>
internal sealed class CircuitActivity(TimeProvider time) : CircuitHandler
{
    public DateTimeOffset Last { get; private set; } = time.GetUtcNow();

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        Last = time.GetUtcNow();
        return next(context);
    };
}

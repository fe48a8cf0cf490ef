using LegalService.Casework.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Staff;

/// <summary>Identity's manager of accounts over a context, so that what it saves is in the transaction of that context. Thread safe.</summary>
internal sealed class StaffManagers(IServiceScopeFactory scopes) : IDisposable
{
    // Identity registers its rules for each scope, but they keep nothing.
    private readonly IServiceScope _scope = scopes.CreateScope();

    public UserManager<StaffMember> Over(CaseworkContext context) => ActivatorUtilities.CreateInstance<UserManager<StaffMember>>(
        _scope.ServiceProvider, ActivatorUtilities.CreateInstance<StaffUserStore>(_scope.ServiceProvider, context));

    public void Dispose() => _scope.Dispose();
}

namespace LegalService.Kiosk.Tests.Support;

/// <summary>A fact that needs a disk of its own, which only root may mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
            Skip = "needs root";
    }
}

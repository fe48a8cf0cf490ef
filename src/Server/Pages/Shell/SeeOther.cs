namespace LegalService.Server.Pages.Shell;

/// <summary>Leads on to a page after something was done, so that loading it again does nothing twice (303, RFC 9110, 15.4.4).</summary>
internal sealed class SeeOther : IResult
{
    private readonly string _address;

    private SeeOther(string address) => _address = address;

    /// <summary>An address of this site.</summary>
    public static SeeOther To(string address) => new(address);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = _address;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LegalService.Kiosk.Devices.Camera;

/// <summary>Takes a still picture of a paper with the machine's camera and hands it over; the picture is nowhere but in memory and gone with the component.</summary>
public sealed partial class StillCamera : ComponentBase
{
    private const string Module = "./js/camera.js";

    private ElementReference _video;
    private ElementReference _picture;
    private IJSObjectReference? _module;
    private IJSObjectReference? _camera;
    private Step _step;
    private bool _isHandingOver;

    private enum Step
    {
        Opening,
        Live,
        Taken,
        Failed,
    }

    /// <summary>Gets the picture that the citizen wants to send.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<Photo> OnPicture { get; set; }

    /// <summary>Most bytes of a picture; it is made smaller until it fits.</summary>
    [Parameter]
    [EditorRequired]
    public long MaxBytes { get; set; }

    [Inject]
    internal IStringLocalizer T { get; set; } = default!;

    [Inject]
    internal IJSRuntime Js { get; set; } = default!;

    [Inject]
    internal BrowserCamera Camera { get; set; } = default!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_camera is not null)
                await _camera.InvokeVoidAsync("close");
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the camera with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _module = await Js.InvokeAsync<IJSObjectReference>("import", Module);
        _camera = await _module.InvokeAsync<IJSObjectReference>("camera", _video, _picture);
        await OpenAsync();
        StateHasChanged();
    }

    private async Task OpenAsync()
    {
        _step = Step.Opening;
        var fault = await _camera!.InvokeAsync<string?>("open");
        _step = fault is null ? Step.Live : Step.Failed;
        if (fault is null)
            Camera.Works();
        else
            Camera.Complain(fault);
    }

    private async Task TakeAsync()
    {
        await _camera!.InvokeVoidAsync("take");
        _step = Step.Taken;
    }

    private async Task AgainAsync()
    {
        await _camera!.InvokeVoidAsync("again");
        _step = Step.Live;
    }

    private async Task UseAsync()
    {
        _isHandingOver = true;
        await using var reference = await _camera!.InvokeAsync<IJSStreamReference>("jpeg", MaxBytes);
        await using var stream = await reference.OpenReadStreamAsync(MaxBytes);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        _isHandingOver = false;
        await OnPicture.InvokeAsync(new Photo("image/jpeg", bytes.ToArray()));
    }
}

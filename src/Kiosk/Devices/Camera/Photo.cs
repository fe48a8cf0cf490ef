namespace LegalService.Kiosk.Devices.Camera;

/// <summary>A still picture, in memory only.</summary>
/// <param name="Type">Its media type: <c>image/jpeg</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record Photo(string Type, ReadOnlyMemory<byte> Content);

using System.Text;
using QRCoder;

namespace LegalService.Server.Pages.Shell;

/// <summary>A number and its pickup code as a picture. It holds both as plain text and no address, so that no phone opens one with the code in it.</summary>
internal static class QrPicture
{
    /// <summary>Its media type.</summary>
    public const string Svg = "image/svg+xml";

    private const int PixelsPerModule = 4;

    /// <summary>The picture itself.</summary>
    public static string Draw(string number, string code)
    {
        using var data = QRCodeGenerator.GenerateQrCode($"{number} {code}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }

    /// <summary>The same as the address of an image.</summary>
    public static string AsDataAddress(string number, string code) => $"data:{Svg};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Draw(number, code)))}";
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using SkiaSharp;
using ZXing;
using ZXing.Common;

namespace LegalService.Kiosk.Tests.Devices.Printing;

/// <summary>A printed sheet, looked at.</summary>
/// <param name="Width">Points.</param>
/// <param name="Text">Its words without blanks.</param>
/// <param name="ScannedCode">What a scanner reads from its QR code; empty when it reads none.</param>
internal sealed record Sheet(double Width, string Text, string ScannedCode)
{
    private const int DotsPerInch = 203;

    public static async Task<Sheet> OpenAsync(string pdf)
    {
        var info = await RunAsync("pdfinfo", pdf);
        var width = info.Split('\n').Single(line => line.StartsWith("Page size:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
        // Some glyphs stand for a character and for the radical that looks like it; what is taken out of a PDF may be either.
        var text = string.Concat((await RunAsync("pdftotext", "-layout", pdf, "-")).Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));
        await RunAsync("pdftoppm", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", pdf, pdf);
        var picture = pdf + ".png";
        var code = Scan(picture);
        File.Delete(picture);
        return new(double.Parse(width, CultureInfo.InvariantCulture), text, code);
    }

    private static string Scan(string picture)
    {
        using var bitmap = SKBitmap.Decode(picture).Copy(SKColorType.Rgba8888);
        var source = new RGBLuminanceSource(bitmap.Bytes, bitmap.Width, bitmap.Height, RGBLuminanceSource.BitmapFormat.RGBA32);
        var reader = new BarcodeReaderGeneric { Options = new DecodingOptions { PossibleFormats = [BarcodeFormat.QR_CODE], TryHarder = true } };
        return reader.Decode(source)?.Text ?? "";
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}

using MudBlazor;

namespace LegalService.Server.Staff.Shell;

/// <summary>Colours and letters of the console: local fonts, contrast of at least 4.5 to 1.</summary>
internal static class StaffTheme
{
    private static readonly string[] Fonts = ["Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1d4f91",
            Secondary = "#5b4b8a",
            Success = "#2c6e33",
            Warning = "#8a5300",
            Error = "#b3261e",
            Info = "#1d5f7a",
            Background = "#f4f6f8",
            TextPrimary = "#1c2733",
            TextSecondary = "#4a5763",
            TextDisabled = "#667380",
            ActionDefault = "#4a5763",
            LinesInputs = "#7a8794",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.9375rem", TextTransform = "none" },
        },
    };
}

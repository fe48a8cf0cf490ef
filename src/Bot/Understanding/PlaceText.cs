using System.Globalization;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;

namespace LegalService.Bot.Understanding;

/// <summary>A service point in a few lines.</summary>
internal static class PlaceText
{
    private const int Kilometre = 1000;
    private const string NotReal = "【示例，不是真的】";

    /// <summary>Name and distance, whether it is open, address, telephone, hours.</summary>
    public static string Of(PlaceNow place)
    {
        var office = place.Office;
        string?[] lines =
        [
            office.Name + (office.Example ? NotReal : "") + Distance(place.DistanceMetres),
            Standing(place),
            "地址：" + office.Address,
            office.Phone is null ? null : "电话：" + office.Phone,
            "时间：" + string.Join("；", office.HoursText),
        ];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    private static string Standing(PlaceNow place) => place switch
    {
        { ClosesAt: { } closes } => $"现在开着，{SpokenTime.Moment(closes)}关门",
        { OpensNext: { } opens } => $"现在没开门，{SpokenTime.Moment(opens)}开门",
        _ => "现在没开门",
    };

    private static string Distance(double? metres) => metres switch
    {
        null => "",
        < Kilometre => string.Create(CultureInfo.InvariantCulture, $"（约 {Math.Max(10, Math.Round(metres.Value / 10) * 10):0} 米）"),
        _ => string.Create(CultureInfo.InvariantCulture, $"（约 {metres.Value / Kilometre:0.0} 公里）"),
    };
}

using System.Text.RegularExpressions;
using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>
/// Hides phone and identity numbers of what a citizen typed, and of what a form said back to him: phones are shared, and a transcript is read again by who has
/// the phone then. The store keeps it whole, sealed; a clerk who needs a number has it from the request.
/// </summary>
internal static partial class PersonalMask
{
    /// <summary>The activity without whole numbers. What the bot says of hotlines and offices stays as it is.</summary>
    public static Activity Apply(Activity activity)
    {
        var isPersonal = activity.From?.Role == RoleTypes.User || activity.Entities?.Any(entity => entity.Type == DialogActivity.EntityType) == true;
        if (!isPersonal)
            return activity;
        var json = ActivityJson.Write(activity);
        var hidden = Mobile().Replace(IdNumber().Replace(json, "${first}***********${last}"), "${first}****${last}");
        return hidden == json ? activity : ActivityJson.Read(hidden);
    }

    [GeneratedRegex("(?<![0-9A-Za-z_-])(?<first>[1-9][0-9]{2})[0-9]{11}(?<last>[0-9]{3}[0-9Xx])(?![0-9A-Za-z_-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdNumber();

    [GeneratedRegex("(?<![0-9A-Za-z_-])(?<first>1[3-9][0-9])[- ]?[0-9]{4}[- ]?(?<last>[0-9]{4})(?![0-9A-Za-z_-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mobile();
}

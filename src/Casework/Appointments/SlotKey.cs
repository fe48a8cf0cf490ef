using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LegalService.Casework.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>
/// What a slot is made of. Its id says no more than this: the same slot has the same id on every server and in every search, and an id that somebody made up
/// is checked against hours and diary like any other.
/// </summary>
internal sealed record SlotKey(string Office, string Service, MeetingWay Way, DateTimeOffset Start)
{
    private const int MaxIdLength = 300;
    private const string StartFormat = "yyyyMMddHHmm";

    public string Id => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        '|', "1", Office, Service, Way, BeijingTime.Of(Start).ToString(StartFormat, CultureInfo.InvariantCulture))));

    /// <summary>Null when the text is no slot's id.</summary>
    public static SlotKey? Parse(string id)
    {
        if (id.Length > MaxIdLength || !Base64Url.IsValid(id))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split('|');
        if (parts is not ["1", var office, var service, var way, var start]
            || !Enum.TryParse<MeetingWay>(way, out var meeting) || !Enum.IsDefined(meeting)
            || !DateTime.TryParseExact(start, StartFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return new(office, service, meeting, new DateTimeOffset(local, BeijingTime.Offset));
    }
}

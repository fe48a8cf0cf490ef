namespace LegalService.Interviews.Definitions;

/// <summary>The kinds of answers. In files and in the API they are written in camel case: <c>idNumber</c>.</summary>
public enum FieldType
{
    /// <summary>One line; a JSON string.</summary>
    Text,

    /// <summary>Several lines; a JSON string.</summary>
    LongText,

    /// <summary>One option; its value as a JSON string.</summary>
    Choice,

    /// <summary>One or more options; their values as a JSON array.</summary>
    Choices,

    /// <summary>A JSON boolean.</summary>
    YesNo,

    /// <summary>A day; a JSON string yyyy-MM-dd.</summary>
    Date,

    /// <summary>A sum in yuan; a JSON number with at most two decimals.</summary>
    Money,

    /// <summary>How many of a unit (hours, percent, people); a JSON number.</summary>
    Number,

    /// <summary>A mobile number, or a landline with its area code; a JSON string.</summary>
    Phone,

    /// <summary>A citizen's identity number (GB 11643); a JSON string of 18 characters.</summary>
    IdNumber,

    /// <summary>A person's or organisation's name; a JSON string.</summary>
    Name,

    /// <summary>A JSON object: province, city, county, township, village, detail.</summary>
    Address,

    /// <summary>An uploaded file; a JSON object: id, name, size (bytes).</summary>
    File,
}

/// <summary>Parts of an address, from the whole to the door.</summary>
public enum AddressPart
{
    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>市、盟、州.</summary>
    City,

    /// <summary>县、旗、区.</summary>
    County,

    /// <summary>乡、镇、苏木、街道.</summary>
    Township,

    /// <summary>村、嘎查、社区.</summary>
    Village,

    /// <summary>House, yard, pasture.</summary>
    Detail,
}

/// <summary>The part a field plays when requests are compared, found again, or booked.</summary>
public enum FieldRole
{
    /// <summary>Who applies: name.</summary>
    ApplicantName,

    /// <summary>Who applies: identity number.</summary>
    ApplicantId,

    /// <summary>Who applies: phone.</summary>
    ApplicantPhone,

    /// <summary>Who applies: where he lives.</summary>
    ApplicantAddress,

    /// <summary>Who fills in for him: name.</summary>
    HelperName,

    /// <summary>Who fills in for him: phone.</summary>
    HelperPhone,

    /// <summary>The other side: name.</summary>
    OpponentName,

    /// <summary>The other side: identity number.</summary>
    OpponentId,

    /// <summary>What it is about (choice).</summary>
    Matter,

    /// <summary>What happened, in his words.</summary>
    Story,

    /// <summary>The last day on which something must be done (date).</summary>
    LimitDate,

    /// <summary>Where it happened or is being handled.</summary>
    Place,

    /// <summary>How he wants to meet: options inPerson, phone, video.</summary>
    MeetingWay,

    /// <summary>Agreement to the use of personal data (yes/no).</summary>
    Consent,
}

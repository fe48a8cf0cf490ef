using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/interviews/{service}/next</c>. The server keeps nothing of it.</summary>
/// <param name="Answers">
/// Every answer so far by the id of its question: string, number, true or false, list of strings, object for an address
/// (<c>province, city, county, township, village, detail</c>) and a file (<c>id, name, size</c>), <c>{"unknown": true}</c> where the question allows it,
/// null for an optional question that was passed over.
/// </param>
public sealed record InterviewRequest(IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>Where an interview stands.</summary>
/// <param name="Question">What to ask next; null when nothing is left to ask.</param>
/// <param name="Errors">What is wrong with answers already given; the first one's question is the next.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Review">Every answer that will be sent, in order, as the citizen reads it.</param>
/// <param name="Done">True when the answers can be sent to <c>POST /api/v1/requests</c>.</param>
/// <param name="Notices">What the citizen must know now, the loudest first; each is said once.</param>
/// <param name="Aside">Ids of answers that do not apply at the moment: kept by the client, not sent.</param>
public sealed record InterviewResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] QuestionResponse? Question,
    IReadOnlyList<FieldErrorResponse> Errors,
    double Progress,
    IReadOnlyList<ReviewLineResponse> Review,
    bool Done,
    IReadOnlyList<NoticeResponse> Notices,
    IReadOnlyList<string> Aside);

/// <summary>A sentence said as soon as an answer calls for it.</summary>
/// <param name="Id">Stable within the service.</param>
/// <param name="Kind">How loud: <c>info</c>, <c>warning</c> or <c>danger</c>.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Phone">A number to call; null when there is none.</param>
/// <param name="Basis">Where the law says so.</param>
public sealed record NoticeResponse(string Id, string Kind, string Text, string? Phone, IReadOnlyList<BasisResponse> Basis);

/// <summary>A question of an interview.</summary>
/// <param name="Id">Key of its answer.</param>
/// <param name="Type">
/// <c>text</c>, <c>longText</c>, <c>choice</c>, <c>choices</c>, <c>yesNo</c>, <c>date</c>, <c>money</c> (yuan), <c>number</c>, <c>phone</c>, <c>idNumber</c>,
/// <c>name</c>, <c>address</c> or <c>file</c>.
/// </param>
/// <param name="Label">What is asked.</param>
/// <param name="Help">Why it is asked, or how to find the answer; null when the label says it all.</param>
/// <param name="Options">What can be chosen; null for a type without a choice.</param>
/// <param name="Required">False: null may be answered to pass it over.</param>
/// <param name="AllowUnknown">True: <c>{"unknown": true}</c> may be answered.</param>
/// <param name="UnknownLabel">How that answer is worded; null when it is none.</param>
/// <param name="Page">Title of the page it stands on; null when there are no pages.</param>
/// <param name="Unit">What a <c>number</c> counts, as in 小时; null for other types.</param>
public sealed record QuestionResponse(
    string Id,
    string Type,
    string Label,
    string? Help,
    IReadOnlyList<OptionResponse>? Options,
    bool Required,
    bool AllowUnknown,
    string? UnknownLabel,
    string? Page,
    string? Unit = null);

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What the answer holds.</param>
/// <param name="Label">What is shown.</param>
public sealed record OptionResponse(string Value, string Label);

/// <summary>What is wrong with one answer.</summary>
/// <param name="Field">Id of the question.</param>
/// <param name="Code">Stable code, such as <c>idNumber.checkDigit</c>.</param>
/// <param name="Message">What to do, in Chinese.</param>
public sealed record FieldErrorResponse(string Field, string Code, string Message);

/// <summary>One answer as the citizen reads it before sending.</summary>
/// <param name="Field">Id of the question.</param>
/// <param name="Label">What was asked.</param>
/// <param name="Display">What was answered, whole.</param>
/// <param name="Masked">The same for screens and slips that others may see.</param>
public sealed record ReviewLineResponse(string Field, string Label, string Display, string Masked);

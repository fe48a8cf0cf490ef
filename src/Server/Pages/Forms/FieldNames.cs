using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Server.Pages.Forms;

/// <summary>What the controls of a question are called in the form.</summary>
internal static class FieldNames
{
    /// <summary>The option by which one says that one does not know.</summary>
    public const string Unknown = "$unknown";

    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>All that was typed so far, as JSON.</summary>
    public const string Answers = "answers";

    /// <summary>The page that is open.</summary>
    public const string Page = "page";

    /// <summary>The button that was pressed: <c>next</c>, <c>back</c>, <c>aside</c>, <c>send</c>, or <c>page:ID</c>.</summary>
    public const string Go = "go";

    /// <summary>A document that goes to a clerk with the answers, as JSON.</summary>
    public const string Document = "document";

    /// <summary>Sent once, however often: the Idempotency-Key.</summary>
    public const string Key = "key";

    /// <summary>Number and code under which it was put aside before.</summary>
    public const string DraftNumber = "draftNumber";

    /// <inheritdoc cref="DraftNumber"/>
    public const string DraftCode = "draftCode";

    public static string Of(string field) => $"a.{field}";

    /// <summary>A part of an address.</summary>
    public static string Of(string field, AddressPart part) => $"a.{field}.{JsonNamingPolicy.CamelCase.ConvertName(part.ToString())}";

    /// <summary>The box that says: I do not know.</summary>
    public static string UnknownBox(string field) => $"u.{field}";

    /// <summary>The box that takes a file away.</summary>
    public static string RemoveBox(string field) => $"r.{field}";

    /// <summary>The id of a control, for labels and links.</summary>
    public static string Id(string field) => $"q-{field}";
}

using LegalService.Interviews.Definitions;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>Who comes or is called: asked in the same way as the questions of a service.</summary>
internal sealed class ContactForm : IForm
{
    private const string Page = "contact";
    private const int LongestWords = 200;
    private const int LongestName = 30;

    private ContactForm(IReadOnlyList<FieldDefinition> fields, string title)
    {
        Name = title;
        Interview = new() { Pages = [new() { Id = Page, Title = title, Fields = fields }], Notices = [] };
    }

    /// <inheritdoc/>
    public string Id => Page;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Also => [];

    /// <inheritdoc/>
    public string Summary => Name;

    /// <inheritdoc/>
    public InterviewDefinition Interview { get; }

    /// <inheritdoc/>
    public InterviewLimits Limits { get; } = new();

    /// <summary>For an appointment: name and phone.</summary>
    public static ContactForm ForVisit(IStringLocalizer texts) => new([Who(texts), Phone(texts), Consent(texts)], texts["kiosk.contact.title"]);

    /// <summary>For a call: also what it is about.</summary>
    public static ContactForm ForCall(IStringLocalizer texts) => new(
        [Field(FieldType.LongText, "about", FieldRole.Story, texts) with { Rules = new() { MaxLength = LongestWords } }, Who(texts), Phone(texts), Consent(texts)],
        texts["kiosk.contact.title"]);

    private static FieldDefinition Who(IStringLocalizer texts) => Field(FieldType.Name, "name", FieldRole.ApplicantName, texts) with { Rules = new() { MaxLength = LongestName } };

    private static FieldDefinition Phone(IStringLocalizer texts) => Field(FieldType.Phone, "phone", FieldRole.ApplicantPhone, texts);

    private static FieldDefinition Consent(IStringLocalizer texts) =>
        Field(FieldType.YesNo, "consent", FieldRole.Consent, texts) with { Rules = new() { MustBeYes = texts["kiosk.contact.mustConsent"] } };

    private static FieldDefinition Field(FieldType type, string id, FieldRole role, IStringLocalizer texts) => new()
    {
        Id = id,
        Type = type,
        Role = role,
        Label = texts[$"kiosk.contact.{id}"],
        ReviewLabel = texts[$"kiosk.contact.{id}Short"],
        Page = Page,
    };
}

namespace LegalService.Server.Pages.Forms;

/// <summary>A form that was put aside.</summary>
/// <param name="Number">What it is called.</param>
/// <param name="Code">Its pickup code.</param>
public sealed record DraftSlip(string Number, string Code)
{
    /// <summary>What a form carries of it; null: nothing.</summary>
    internal static DraftSlip? Of(PostedForm form) =>
        form[FieldNames.DraftNumber] is { Length: > 0 } number && form[FieldNames.DraftCode] is { Length: > 0 } code ? new(number, code) : null;
}

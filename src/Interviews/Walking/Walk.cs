using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>One pass over the fields in their order: which apply, what of their answers is valid, what will be sent.</summary>
internal sealed class Walk
{
    private Walk(IReadOnlyList<WalkedField> fields, Answers sent)
    {
        Fields = fields;
        Sent = sent;
    }

    /// <summary>The fields that apply, in order.</summary>
    public IReadOnlyList<WalkedField> Fields { get; }

    /// <summary>The valid answers of <see cref="Fields"/>, as they are sent. Skipped ones are in it as null.</summary>
    public Answers Sent { get; }

    public static Walk Through(IForm form, Answers answers, DateOnly today)
    {
        var sent = Answers.Empty;
        var fields = new List<WalkedField>();
        var all = form.Interview.Fields;
        for (var i = 0; i < all.Count; i++)
        {
            var field = all[i];
            // Conditions see earlier answers only as far as these apply themselves and are valid.
            if (field.When is { } when && !when.Holds(sent, today))
                continue;
            IReadOnlyList<Option> offered = [.. field.Options.Where(option => option.When is not { } offer || offer.Holds(sent, today))];
            var typed = answers.Get(field.Id);
            var check = typed is { } answer ? AnswerChecker.Check(field, offered, answer, today) : null;
            if (check is { Error: null, Value: { } value })
                sent = sent.With(field.Id, value);
            fields.Add(new(i, field, offered, typed, check));
        }
        return new(fields, sent);
    }
}

/// <summary>A field that applies.</summary>
/// <param name="Index">Its place among all fields of the form, from 0.</param>
/// <param name="Field">The field.</param>
/// <param name="Offered">The options offered now.</param>
/// <param name="Typed">What was typed; null: nothing yet.</param>
/// <param name="Check">What the check says; null: nothing typed yet.</param>
internal sealed record WalkedField(int Index, FieldDefinition Field, IReadOnlyList<Option> Offered, JsonElement? Typed, CheckedAnswer? Check)
{
    public bool IsSettled => Check is { Error: null };
}

using LegalService.Casework.Reading;

namespace LegalService.Casework.Feedback;

/// <summary>One of the five levels.</summary>
/// <param name="Value">5 (very good) to 1 (very bad).</param>
/// <param name="Label">What it is called.</param>
public sealed record RatingLevel(int Value, string Label);

/// <summary>A reason for a low rating.</summary>
/// <param name="Id">Stable; letters.</param>
/// <param name="Label">As it is shown.</param>
public sealed record RatingReason(string Id, string Label);

/// <summary>How a rating is asked for, as <c>corpus/ratings</c> has it (好差评). Immutable.</summary>
public sealed class RatingForm
{
    private const int Best = 5;
    private const int LongestReplyWorkdays = 60;

    private RatingForm(IReadOnlyList<RatingLevel> levels, int lowFrom, IReadOnlyList<RatingReason> reasons, int replyWorkdays) =>
        (Levels, LowFrom, Reasons, ReplyWorkdays) = (levels, lowFrom, reasons, replyWorkdays);

    /// <summary>The best first; all five.</summary>
    public IReadOnlyList<RatingLevel> Levels { get; }

    /// <summary>Ratings up to this one are low: they need a reason, and the office replies.</summary>
    public int LowFrom { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<RatingReason> Reasons { get; }

    /// <summary>Working days after the day of a low rating within which the office replies.</summary>
    public int ReplyWorkdays { get; }

    /// <summary>What a level is called.</summary>
    public string LabelOf(int value) => Levels.First(level => level.Value == value).Label;

    /// <summary>What a reason is called; its id when it is asked for no more.</summary>
    public string ReasonOf(string id) => Reasons.FirstOrDefault(reason => reason.Id == id)?.Label ?? id;

    /// <summary>Reads the folder.</summary>
    /// <exception cref="CorpusException">Files have mistakes; all of them are named.</exception>
    internal static RatingForm Load(string folder)
    {
        var problems = new CorpusProblems();
        var files = YamlFolder.Read(folder, problems);
        problems.ThrowIfAny();
        var form = Read(files[0]);
        problems.ThrowIfAny();
        return form;
    }

    private static RatingForm Read(YamlMap file)
    {
        var levels = new List<RatingLevel>();
        foreach (var map in file.Maps("levels"))
        {
            levels.Add(new(map.Number("value", 1, Best), map.Text("label")));
            map.NoMore();
        }

        if (!levels.Select(level => level.Value).SequenceEqual(Enumerable.Range(1, Best).Reverse()))
            file.Problem("levels", "要从 5 到 1 写全五档");
        var reasons = new List<RatingReason>();
        foreach (var map in file.Maps("reasons"))
        {
            reasons.Add(new(map.Text("id"), map.Text("label")));
            if (!reasons[^1].Id.All(char.IsAsciiLetter))
                map.Problem("id", "只能用英文字母");
            map.NoMore();
        }

        if (reasons.Count == 0)
            file.Problem("reasons", "至少写一条原因");
        var form = new RatingForm(levels, file.Number("lowFrom", 1, Best - 1), reasons, file.Number("replyWorkdays", 1, LongestReplyWorkdays));
        file.NoMore();
        return form;
    }
}

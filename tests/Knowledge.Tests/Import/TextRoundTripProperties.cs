using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Import;

/// <summary>Whatever the text: joining the parsed parts gives every character of the source back, in order.</summary>
public sealed class TextRoundTripProperties
{
    private const string Han = "水井船工山羊草场的一是在不了有和人这中大为上个国我以要他";
    private const string Marks = "，、《》“”（）*_<>#`1.% -";

    [Property(MaxTest = 300)]
    public Property No_character_of_a_law_is_lost_or_moved() => Prop.ForAll(Laws().ToArbitrary(), lines =>
    {
        var parsed = StatuteParser.Parse("水井规定", lines);
        Assert.Equal(Solid(string.Concat(lines.Select(line => line.Text))), Solid(Joined(parsed)));
    });

    [Property(MaxTest = 1000)]
    public Property No_character_of_any_lines_at_all_is_lost() => Prop.ForAll(AnyLines().ToArbitrary(), lines =>
    {
        var parsed = StatuteParser.Parse("水井规定", lines);
        // A heading may stand in the body and above an article too, but every character stays.
        var left = Solid(Joined(parsed)).ToList();
        Assert.All(Solid(string.Concat(lines.Select(line => line.Text))), character => Assert.True(left.Remove(character)));
    });

    // Headings are told apart by identity when the parts are joined.
    private static string Fresh(string text) => new(text.AsSpan());

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Joined(ParsedText parsed)
    {
        var parts = new List<string>(parsed.Body.Take(parsed.PreambleLines));
        IReadOnlyList<string> above = [];
        foreach (var article in parsed.Articles)
        {
            var common = article.Headings.Zip(above).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
            parts.AddRange(article.Headings.Skip(common));
            parts.Add(article.Number.ToString());
            parts.Add(article.Text);
            above = article.Headings;
        }

        return string.Concat(parts.Concat(parsed.Body.Skip(parsed.PreambleLines)));
    }

    private static Gen<string> Sentence() =>
        from first in Gen.Elements(Han.ToCharArray())
        from rest in Gen.Elements((Han + Marks).ToCharArray()).ListOf()
        from end in Gen.Elements("。", "；", "：")
        select first + string.Concat(rest) + end;

    private static Gen<List<SourceLine>> Laws() =>
        from preamble in Sentence().ListOf(2)
        from chapters in Chapter().NonEmptyListOf()
        from annex in Sentence().ListOf(2)
        from hasAnnex in Gen.Elements(true, false)
        select Assemble([.. preamble], [.. chapters], hasAnnex ? [.. annex] : []);

    private static Gen<(string Name, List<List<string>> Articles)> Chapter() =>
        from name in Gen.Elements("总则", "井 水", "附则", "")
        from articles in Article().NonEmptyListOf()
        select (name, articles.Select(lines => lines.ToList()).ToList());

    private static Gen<List<string>> Article() =>
        from first in Sentence()
        from rest in Gen.OneOf(
            Sentence(), Sentence().Select(s => "（一）" + s), Sentence().Select(s => "2." + s), Sentence().Select(s => "第一条规定的" + s)).ListOf()
        select (List<string>)[first, .. rest];

    private static List<SourceLine> Assemble(List<string> preamble, List<(string Name, List<List<string>> Articles)> chapters, List<string> annex)
    {
        List<SourceLine> lines = [.. preamble.Select(text => new SourceLine(text))];
        var number = 0;
        foreach (var (index, (name, articles)) in chapters.Index())
        {
            lines.Add(new SourceLine($"第{ChineseNumerals.Format(index + 1)}章 {name}".Trim(), Level: 2));
            foreach (var article in articles)
            {
                lines.Add(new SourceLine($"{new ArticleNumber(++number)} {article[0]}"));
                lines.AddRange(article.Skip(1).Select(text => new SourceLine(text)));
            }
        }

        if (annex.Count > 0)
            lines.Add(new SourceLine("附件："));
        lines.AddRange(annex.Select(text => new SourceLine(text)));
        return lines;
    }

    private static Gen<List<SourceLine>> AnyLines() =>
        from lines in Gen.OneOf(
            Sentence().Select(text => new SourceLine(text)),
            Gen.Elements("第一条 甲。", "第二条 乙。 第三条 丙。", "第四条", "第十条 丁。", "第三条之一 戊。", "附则", "附件：", "（二）己", "总 则").Select(t => new SourceLine(Fresh(t))),
            Gen.Elements("第一编 甲", "第二章", "第三节 乙", "序言", "丙").SelectMany(t => Gen.Choose(1, 5).Select(level => new SourceLine(Fresh(t), level)))).ListOf()
        select lines.ToList();
}

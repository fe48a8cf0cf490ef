using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>The text of a document in its parts. No character other than white space is lost between the lines and these parts.</summary>
/// <param name="Articles">In the order of the text.</param>
/// <param name="Body">Preamble, annexes, and headings nothing stands under, in order; or all lines when there are no articles.</param>
/// <param name="PreambleLines">How many lines of the body stand before the first article.</param>
/// <param name="OutOfOrder">Numbers that start a line but are no article there; the lines were kept as text.</param>
internal sealed record ParsedText(
    IReadOnlyList<Article> Articles, IReadOnlyList<string> Body, int PreambleLines, IReadOnlyList<ArticleNumber> OutOfOrder);

/// <summary>Turns the lines of one document into articles and the text around them.</summary>
internal sealed class StatuteParser
{
    // A number this far ahead of the last article is quoted text (an amendment that spells out articles of another law).
    private const int LargestGap = 50;

    private readonly string _law;
    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly HeadingStack _headings = new();
    private readonly List<Article> _articles = [];
    private readonly List<string> _body = [];
    private readonly List<ArticleNumber> _outOfOrder = [];
    private ArticleBuilder? _article;
    private ArticleNumber? _last;
    private int? _preambleLines;
    private bool _numbersAreSeparated = true;
    private bool _inAnnex;
    private bool _afterHeading;

    private StatuteParser(string title, IReadOnlyList<SourceLine> lines) => (_law, _lines) = (LawTitle.Shorten(title), lines);

    public static ParsedText Parse(string title, IReadOnlyList<SourceLine> lines) => new StatuteParser(title, lines).Run();

    private ParsedText Run()
    {
        for (var index = 0; index < _lines.Count; index++)
            Take(index);
        Close();
        if (_articles.Count == 0)
            return new ParsedText([], [.. _lines.Select(line => line.Text)], _lines.Count, []);
        _body.AddRange(_headings.Use());
        return new ParsedText(_articles, _body, _preambleLines ?? 0, _outOfOrder);
    }

    private void Take(int index)
    {
        var line = _lines[index];
        if (!_inAnnex && LinePatterns.IsAnnexStart(line.Text) && StartsAnnex(index))
        {
            Close();
            _body.AddRange(_headings.Use());
            _inAnnex = true;
        }

        var afterHeading = _afterHeading;
        _afterHeading = false;
        if (_inAnnex)
            _body.Add(line.Text);
        else if (line.Level > 0 || LinePatterns.IsPlainHeading(line.Text) || (line.Centred && _headings.AwaitsName))
            TakeHeading(line);
        else if (LinePatterns.TryReadArticleStart(line.Text, out var number, out var length, out var separated)
            && IsArticle(number, separated, line.Text.AsSpan(length)))
            Open(number, separated, line.Text[length..]);
        else if (afterHeading && UnmarkedHeading.Continues(_lines, index))
            ContinueHeading(line.Text);
        else if (_article is not null && UnmarkedHeading.Starts(_lines, index, Follows))
            TakeHeading(line);
        else
            TakeText(line.Text);
    }

    private void TakeHeading(SourceLine line)
    {
        Close();
        _body.AddRange(_headings.Push(line.Text, line.Level));
        _afterHeading = true;
    }

    private void ContinueHeading(string text)
    {
        _body.AddRange(_headings.Continue(text));
        _afterHeading = true;
    }

    private void TakeText(string text)
    {
        if (_article is not null)
        {
            AddToArticle(text);
            return;
        }

        _body.AddRange(_headings.Use());
        _body.Add(text);
    }

    private void Open(ArticleNumber number, bool separated, string text)
    {
        Close();
        if (_last is null)
            _numbersAreSeparated = separated;
        _preambleLines ??= _body.Count;
        _headings.Use();
        _article = new ArticleBuilder(number, _headings.Path);
        _last = number;
        AddToArticle(text);
    }

    private void AddToArticle(string text)
    {
        // Some sources run the articles of a chapter together in one line.
        foreach (var match in LinePatterns.InnerArticles(text))
        {
            var rest = text[match.Index..];
            if (!LinePatterns.TryReadArticleStart(rest, out var number, out var length, out _) || !Follows(number))
                continue;
            _article!.Add(SourceText.Trim(text[..match.Index]));
            Open(number, separated: true, rest[length..]);
            return;
        }

        _article!.Add(text);
    }

    private void Close()
    {
        if (_article is not null)
            _articles.Add(_article.Build());
        _article = null;
    }

    private bool IsArticle(ArticleNumber number, bool separated, ReadOnlySpan<char> rest)
    {
        if (_last is not { } last)
            return separated || (number.Number == 1 && !LinePatterns.ContinuesReference(rest));
        if (Follows(number))
            return separated || !LinePatterns.ContinuesReference(rest);
        if (!separated && (_numbersAreSeparated || LinePatterns.ContinuesReference(rest)))
            return false;
        if (number > last && number.Number - last.Number <= LargestGap && !SuccessorComesLater(last))
            return true;
        _outOfOrder.Add(number);
        return false;
    }

    private bool Follows(ArticleNumber number) => _last is { } last && IsSuccessor(last, number);

    private static bool IsSuccessor(ArticleNumber last, ArticleNumber number) =>
        number == new ArticleNumber(last.Number + 1) || number == new ArticleNumber(last.Number, last.Suffix + 1);

    private bool SuccessorComesLater(ArticleNumber last) => _lines.Any(line =>
        line.Level == 0
        && LinePatterns.TryReadArticleStart(line.Text, out var number, out _, out var separated)
        && separated && number == new ArticleNumber(last.Number + 1));

    /// <summary>An annex ends the articles, unless the next article goes on counting or the annex is this very law, published anew.</summary>
    private bool StartsAnnex(int index)
    {
        for (var next = index + 1; next < _lines.Count; next++)
        {
            if (LinePatterns.TryReadArticleStart(_lines[next].Text, out var number, out _, out var separated) && separated)
                return _last is { } last ? !IsSuccessor(last, number) : !OwnTitleBetween(index + 1, next);
        }

        return true;
    }

    private bool OwnTitleBetween(int start, int end)
    {
        for (var first = start; first < end; first++)
        {
            var title = "";
            for (var index = first; index < Math.Min(end, first + 4); index++)
            {
                title += LawTitle.Shorten(_lines[index].Text);
                if (title.Length > 6 && (title == _law || _law.EndsWith(title, StringComparison.Ordinal)))
                    return true;
            }
        }

        return false;
    }
}

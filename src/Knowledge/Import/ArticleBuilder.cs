using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>Collects the paragraphs of one article.</summary>
internal sealed class ArticleBuilder(ArticleNumber number, IReadOnlyList<string> headings)
{
    private readonly List<(string Text, List<string> Items)> _paragraphs = [];

    public ArticleNumber Number => number;

    public void Add(string line)
    {
        if (line.Length == 0)
            return;
        if (_paragraphs.Count > 0 && LinePatterns.IsItem(line))
            _paragraphs[^1].Items.Add(line);
        else
            _paragraphs.Add((line, []));
    }

    public Article Build() => new(number, headings, [.. _paragraphs.Select(p => new Paragraph(p.Text, p.Items))]);
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace LegalService.Knowledge.Indexing;

/// <summary>Single Chinese characters and pairs of them, together; words of other scripts in lower case. See docs/decisions/0003.</summary>
public sealed class HanAnalyzer : Analyzer
{
    /// <summary>The version of Lucene whose behaviour is kept.</summary>
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <inheritdoc />
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        TokenStream tokens = new CJKWidthFilter(tokenizer);
        tokens = new LowerCaseFilter(Version, tokens);
        tokens = new CJKBigramFilter(tokens, CJKScript.HAN, outputUnigrams: true);
        return new TokenStreamComponents(tokenizer, tokens);
    }
}

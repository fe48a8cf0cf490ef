using System.Text;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads the text of a corpus file.</summary>
internal static class CorpusText
{
    /// <summary>The text; empty, with a problem added, when it is no UTF-8; empty when there is no such file.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="name">Relative to the corpus folder, with forward slashes.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static string Read(string folder, string name, List<DefinitionProblem> problems)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        try
        {
            return File.Exists(path) ? File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)) : "";
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(name, 0, "service.encoding", "文件不是 UTF-8 编码，请另存为 UTF-8"));
            return "";
        }
    }
}

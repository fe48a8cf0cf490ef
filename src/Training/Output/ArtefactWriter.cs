using System.Globalization;
using System.Security.Cryptography;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;
using LegalService.Training.Encoders;
using LegalService.Training.Ranking;

namespace LegalService.Training.Output;

/// <summary>What the cards tell.</summary>
/// <param name="Corpus">How many articles, notes and ways of asking there were.</param>
/// <param name="Questions">How many answered questions.</param>
/// <param name="Day">Day of the law, and of the run.</param>
/// <param name="Folds">How many folds.</param>
/// <param name="Encoder">How the encoder was trained.</param>
/// <param name="Trees">How the trees were trained.</param>
/// <param name="Figures">The table of figures, in Markdown.</param>
internal sealed record RunFacts(
    string Corpus, int Questions, DateOnly Day, int Folds, EncoderSettings Encoder, TreeSettings Trees, IReadOnlyList<string> Figures);

/// <summary>Writes the learned files, their manifest and a card for each.</summary>
internal static class ArtefactWriter
{
    /// <summary>Writes everything into a folder.</summary>
    public static void Write(DirectoryInfo folder, TextEncoder encoder, QuestionMemory memory, TreeEnsemble trees, RankingManifest manifest, RunFacts facts)
    {
        WriteModel(folder, encoder, memory, trees, manifest);
        WriteCard(folder, RankingModel.EncoderFile, manifest, facts, EncoderText(encoder, facts));
        WriteCard(folder, RankingModel.MemoryFile, manifest, facts, MemoryText(memory));
        WriteCard(folder, RankingModel.TreesFile, manifest, facts, TreesText(trees, facts));
    }

    /// <summary>Writes the learned files and their manifest.</summary>
    public static void WriteModel(DirectoryInfo folder, TextEncoder encoder, QuestionMemory memory, TreeEnsemble trees, RankingManifest manifest)
    {
        folder.Create();
        WriteFile(folder, RankingModel.EncoderFile, manifest, encoder.Write);
        WriteFile(folder, RankingModel.MemoryFile, manifest, memory.Write);
        WriteFile(folder, RankingModel.TreesFile, manifest, trees.Write);
        manifest.Write(Path.Combine(folder.FullName, RankingManifest.FileName));
    }

    private static void WriteFile(DirectoryInfo folder, string name, RankingManifest manifest, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        File.WriteAllBytes(Path.Combine(folder.FullName, name), stream.ToArray());
        manifest.Files[name] = Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }

    private static void WriteCard(DirectoryInfo folder, string name, RankingManifest manifest, RunFacts facts, string text)
    {
        var size = new FileInfo(Path.Combine(folder.FullName, name)).Length;
        var card = $"""
            # {name}

            {text}

            - Date: {facts.Day:yyyy-MM-dd}
            - Data: {facts.Corpus}; {facts.Questions} questions of citizens with the articles that lawyers matched to them
            - Made by: `dotnet run --project src/Training -c Release -- train --corpus corpus --corpus FULLTEXT --questions FILE --out corpus/ranking --folds {facts.Folds} --as-of {facts.Day:yyyy-MM-dd}`
            - Seed: {facts.Encoder.Seed}
            - Size: {size.ToString("N0", CultureInfo.InvariantCulture)} bytes
            - SHA-256: {manifest.Files[name]}

            ## Figures

            Cross-validated: every question was ranked by an encoder, a memory and trees that had not seen its fold.

            {string.Join('\n', facts.Figures)}

            """;
        File.WriteAllText(Path.Combine(folder.FullName, Path.ChangeExtension(name, ".card.md")), card);
    }

    private static string EncoderText(TextEncoder encoder, RunFacts facts) => $"""
        Turns a question or an article into {encoder.Dimensions} numbers: the weighted sum of the rows of its {encoder.Vocabulary.Tokens.Length:N0} known
        characters and pairs. Trained from random numbers: {facts.Encoder.PretrainingRounds} rounds on article text (a clause and the rest of its article, title and
        headings and the article, neighbouring clauses, our note and the article), {facts.Encoder.TuningRounds} rounds on ways of asking, FAQ and questions.
        No pretrained weights. The vocabulary comes from articles, notes, FAQ and our own ways of asking alone, never from the questions of citizens.
        """;

    private static string MemoryText(QuestionMemory memory) => $"""
        {memory.Articles.Count} answered questions: for each one a vector of the encoder, one byte a number, and the articles. It holds no text of a question:
        the file has names of laws, article numbers and vectors, nothing else, and a test reads it so. A vector is a sum over the question's
        characters and pairs, without their order; who has the encoder too could guess at some of the words, but not read the question.
        """;

    private static string TreesText(TreeEnsemble trees, RunFacts facts) => $"""
        {trees.Count} decision trees of up to {facts.Trees.Leaves} leaves over {trees.FeatureNames.Count} features (LambdaMART by {(facts.Trees.LightGbm ? "LightGBM" : "FastTree")} through ML.NET), written down
        as numbers and walked without ML.NET; when they are written, every training row is scored both ways and must agree. Features that have seen
        answers were computed without the question's own fold.
        """;
}

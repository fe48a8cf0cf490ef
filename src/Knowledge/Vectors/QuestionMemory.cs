using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Vectors;

/// <summary>
/// Answered questions as vectors with the articles lawyers matched to them. It has none of their text. Immutable.
/// </summary>
internal sealed class QuestionMemory
{
    /// <summary>Puts vectors and articles together.</summary>
    /// <param name="vectors">One for each question.</param>
    /// <param name="articles">The articles of each question.</param>
    public QuestionMemory(VectorTable vectors, IReadOnlyList<ArticleKey[]> articles)
    {
        if (vectors.Count != articles.Count)
            throw new InvalidDataException("The question memory does not have as many vectors as questions.");
        (Vectors, Articles) = (vectors, articles);
    }

    /// <summary>One for each question.</summary>
    public VectorTable Vectors { get; }

    /// <summary>The articles of each question.</summary>
    public IReadOnlyList<ArticleKey[]> Articles { get; }

    /// <summary>Writes it: names of laws, the articles of each question by law and number, the vectors.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var laws = Articles.SelectMany(keys => keys).Select(key => key.Law).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        BinaryParts.WriteHead(writer, BinaryParts.Memory, laws.Count, Articles.Count);
        laws.ForEach(writer.Write);
        foreach (var keys in Articles)
        {
            writer.Write((byte)keys.Length);
            foreach (var key in keys)
            {
                writer.Write((ushort)laws.IndexOf(key.Law));
                writer.Write((ushort)key.Number.Number);
                writer.Write((byte)key.Number.Suffix);
            }
        }

        Vectors.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static QuestionMemory Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var (lawCount, count) = BinaryParts.ReadHead(reader, BinaryParts.Memory);
        var laws = new string[lawCount];
        for (var place = 0; place < lawCount; place++)
            laws[place] = reader.ReadString();
        var articles = new List<ArticleKey[]>(count);
        for (var question = 0; question < count; question++)
        {
            var keys = new ArticleKey[reader.ReadByte()];
            for (var place = 0; place < keys.Length; place++)
            {
                var law = reader.ReadUInt16();
                if (law >= lawCount)
                    throw new InvalidDataException("The question memory names a law that it does not have.");
                keys[place] = new ArticleKey(laws[law], new ArticleNumber(reader.ReadUInt16(), reader.ReadByte()));
            }

            articles.Add(keys);
        }

        return new QuestionMemory(VectorTable.Read(reader), articles);
    }
}

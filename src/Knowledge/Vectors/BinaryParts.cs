using System.Runtime.InteropServices;

namespace LegalService.Knowledge.Vectors;

/// <summary>What the binary files of the ranking have in common. All numbers are little-endian.</summary>
internal static class BinaryParts
{
    public const uint Encoder = 0x31454C4C;
    public const uint Memory = 0x314D4C4C;
    public const uint Vectors = 0x31564C4C;
    public const uint Trees = 0x31544C4C;

    private const int MostRows = 50_000_000;

    public static void WriteHead(BinaryWriter writer, uint kind, int dimensions, int count)
    {
        writer.Write(kind);
        writer.Write(dimensions);
        writer.Write(count);
    }

    /// <exception cref="InvalidDataException">The file is of another kind, or its sizes make no sense.</exception>
    public static (int Dimensions, int Count) ReadHead(BinaryReader reader, uint kind)
    {
        if (reader.ReadUInt32() != kind)
            throw new InvalidDataException("The file is of another kind.");
        var (dimensions, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (dimensions is < 0 or > 4096 || count is < 0 or > MostRows)
            throw new InvalidDataException("The file's sizes make no sense.");
        return (dimensions, count);
    }

    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(numbers));

    /// <exception cref="EndOfStreamException">The file is cut off.</exception>
    public static T[] Read<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var numbers = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace LegalService.Kiosk.Devices.Printing.Ipp;

/// <summary>An answer of the Internet Printing Protocol (RFC 8010). Attributes of all its groups lie together under their names.</summary>
internal sealed class IppResponse
{
    private const byte FirstValueTag = 0x10;
    private const byte EndOfAttributes = 0x03;
    private const int HeaderBytes = 8;
    private const short FirstFailure = 0x0400;
    private const short NotPossible = 0x0404;
    private const short NotFound = 0x0406;

    private readonly Dictionary<string, List<byte[]>> _attributes = new(StringComparer.Ordinal);

    private IppResponse(short status) => Status = status;

    /// <summary>Status code (RFC 8011, B.1).</summary>
    public short Status { get; }

    /// <summary>True when it was done.</summary>
    public bool Succeeded => Status < FirstFailure;

    /// <summary>True when there is no such job or queue any more.</summary>
    public bool IsGone => Status == NotFound;

    /// <summary>True when it came too late: a job that is over cannot be taken back.</summary>
    public bool IsTooLate => Status == NotPossible;

    /// <summary>A number; null when the answer has none of that name.</summary>
    public int? Number(string name) => Numbers(name) is [var first, ..] ? first : null;

    /// <summary>All numbers of a name; empty when the answer has none.</summary>
    public IReadOnlyList<int> Numbers(string name) => _attributes.TryGetValue(name, out var values)
        ? [.. values.Where(value => value.Length == sizeof(int)).Select(value => BinaryPrimitives.ReadInt32BigEndian(value))]
        : [];

    /// <summary>All texts of a name; empty when the answer has none.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        _attributes.TryGetValue(name, out var values) ? [.. values.Select(Encoding.UTF8.GetString)] : [];

    /// <exception cref="InvalidDataException">It is no whole answer.</exception>
    public static IppResponse Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
            throw new InvalidDataException("IPP: the answer ends before it begins");
        var response = new IppResponse(BinaryPrimitives.ReadInt16BigEndian(bytes[2..]));
        var rest = bytes[HeaderBytes..];
        List<byte[]>? values = null;
        while (rest.Length > 0 && rest[0] != EndOfAttributes)
        {
            var tag = rest[0];
            rest = rest[1..];
            if (tag < FirstValueTag)
                continue;
            var name = Encoding.ASCII.GetString(Sized(ref rest));
            var value = Sized(ref rest);
            if (name.Length > 0 && !response._attributes.TryGetValue(name, out values))
                response._attributes[name] = values = [];
            values?.Add(value.ToArray());
        }

        return response;
    }

    private static ReadOnlySpan<byte> Sized(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < sizeof(short) || rest.Length - sizeof(short) < BinaryPrimitives.ReadUInt16BigEndian(rest))
            throw new InvalidDataException("IPP: the answer ends in the middle");
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        var value = rest.Slice(sizeof(short), length);
        rest = rest[(sizeof(short) + length)..];
        return value;
    }
}

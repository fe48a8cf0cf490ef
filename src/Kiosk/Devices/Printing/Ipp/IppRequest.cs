using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace LegalService.Kiosk.Devices.Printing.Ipp;

/// <summary>A request of the Internet Printing Protocol (RFC 8010), written attribute by attribute in the order in which they are added.</summary>
internal sealed class IppRequest
{
    private const byte OperationAttributes = 0x01;
    private const byte JobAttributes = 0x02;
    private const byte EndOfAttributes = 0x03;
    private const short Version = 0x0200;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Begins with what every request carries (RFC 8011, 4.1.4 to 4.1.5).</summary>
    /// <param name="operation">What is asked for.</param>
    /// <param name="number">The answer repeats it.</param>
    /// <param name="printer">The queue.</param>
    /// <param name="user">Whose jobs they are.</param>
    public IppRequest(IppOperation operation, int number, Uri printer, string user)
    {
        Write(Version);
        Write((short)operation);
        Write(number);
        _bytes.Write([OperationAttributes]);
        Add(IppTag.Charset, "attributes-charset", "utf-8");
        Add(IppTag.Language, "attributes-natural-language", "en");
        Add(IppTag.Uri, "printer-uri", printer.AbsoluteUri);
        Add(IppTag.Name, "requesting-user-name", user);
    }

    /// <summary>What follows is said of the job.</summary>
    public IppRequest OfJob()
    {
        _bytes.Write([JobAttributes]);
        return this;
    }

    /// <summary>Adds an attribute with one text, or with several.</summary>
    public IppRequest Add(IppTag tag, string name, params ReadOnlySpan<string> values)
    {
        for (var index = 0; index < values.Length; index++)
            Attribute(tag, index == 0 ? name : "", Encoding.UTF8.GetBytes(values[index]));
        return this;
    }

    /// <summary>Adds an attribute that is a whole number.</summary>
    public IppRequest Add(string name, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        Attribute(IppTag.Integer, name, bytes);
        return this;
    }

    /// <summary>Adds an attribute that is yes or no.</summary>
    public IppRequest Add(string name, bool value)
    {
        Attribute(IppTag.Boolean, name, [value ? (byte)1 : (byte)0]);
        return this;
    }

    /// <summary>The whole request, the document behind it.</summary>
    public byte[] With(ReadOnlyMemory<byte> document)
    {
        _bytes.Write([EndOfAttributes]);
        _bytes.Write(document.Span);
        return _bytes.WrittenSpan.ToArray();
    }

    private void Attribute(IppTag tag, string name, ReadOnlySpan<byte> value)
    {
        _bytes.Write([(byte)tag]);
        var nameBytes = Encoding.ASCII.GetBytes(name);
        Write((short)nameBytes.Length);
        _bytes.Write(nameBytes);
        Write((short)value.Length);
        _bytes.Write(value);
    }

    private void Write(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), value);
        _bytes.Advance(sizeof(short));
    }

    private void Write(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }
}

/// <summary>Operations of RFC 8011, 5.4.15.</summary>
internal enum IppOperation : short
{
    PrintJob = 0x0002,
    CancelJob = 0x0008,
    GetJobAttributes = 0x0009,
    GetJobs = 0x000A,
    GetPrinterAttributes = 0x000B,
}

/// <summary>Kinds of values (RFC 8010, 3.5.2).</summary>
internal enum IppTag : byte
{
    Integer = 0x21,
    Boolean = 0x22,
    Enum = 0x23,
    Name = 0x42,
    Keyword = 0x44,
    Uri = 0x45,
    Charset = 0x47,
    Language = 0x48,
    MimeType = 0x49,
}

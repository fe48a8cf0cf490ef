using System.Globalization;
using System.Text;
using System.Xml;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>Reads what comes, which may be hostile, and writes what is replied.</summary>
internal static class WeChatXml
{
    private const int LongestId = 128;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The fields of one call. Null, with the reason, when it is no plain list of fields under <c>xml</c>.</summary>
    public static Dictionary<string, string>? ReadFields(ReadOnlySpan<byte> body, out WeChatRefusal refusal)
    {
        try
        {
            refusal = WeChatRefusal.Encoding;
            var text = Utf8.GetString(body);
            refusal = WeChatRefusal.Xml;
            using var source = new StringReader(text);
            using var reader = XmlReader.Create(source, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = Math.Max(1, text.Length),
                MaxCharactersFromEntities = 1,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            return ReadFields(reader);
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            refusal = exception is DecoderFallbackException ? WeChatRefusal.Encoding : WeChatRefusal.Xml;
            return null;
        }
    }

    /// <summary>The message of the fields. Null when one that it must have is missing or malformed.</summary>
    public static WeChatMessage? ReadMessage(IReadOnlyDictionary<string, string> fields)
    {
        if (Id(fields, "ToUserName") is not { } to || Id(fields, "FromUserName") is not { } from || Id(fields, "MsgType") is not { } type
            || !long.TryParse(fields.GetValueOrDefault("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var created))
        {
            return null;
        }

        var message = new WeChatMessage
        {
            ToUserName = to,
            FromUserName = from,
            CreateTime = created,
            MsgType = type,
            MsgId = type == "event" ? null : Id(fields, "MsgId"),
            Content = type == "text" ? fields.GetValueOrDefault("Content") : null,
            Recognition = type == "voice" && fields.GetValueOrDefault("Recognition") is { } heard && !string.IsNullOrWhiteSpace(heard) ? heard : null,
            Latitude = type == "location" ? Degrees(fields, "Location_X", 90) : null,
            Longitude = type == "location" ? Degrees(fields, "Location_Y", 180) : null,
            Event = type == "event" ? Id(fields, "Event") : null,
            EventKey = type == "event" ? fields.GetValueOrDefault("EventKey") : null,
            Status = type == "event" ? fields.GetValueOrDefault("Status") : null,
        };
        return IsWhole(message) ? message : null;
    }

    /// <summary>The text reply to a message (被动回复).</summary>
    public static string Reply(WeChatMessage message, string text, DateTimeOffset now) => Write(writer =>
    {
        Data(writer, "ToUserName", message.FromUserName);
        Data(writer, "FromUserName", message.ToUserName);
        writer.WriteElementString("CreateTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Data(writer, "MsgType", "text");
        Data(writer, "Content", text);
    });

    /// <summary>A reply in safe mode.</summary>
    public static string SafeReply(string encrypted, string signature, string timestamp, string nonce) => Write(writer =>
    {
        Data(writer, "Encrypt", encrypted);
        Data(writer, "MsgSignature", signature);
        writer.WriteElementString("TimeStamp", timestamp);
        Data(writer, "Nonce", nonce);
    });

    private static Dictionary<string, string> ReadFields(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "xml")
            throw new XmlException("Not WeChat's root");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.MoveToContent() == XmlNodeType.Element)
        {
            var name = reader.Name;
            if (!fields.TryAdd(name, ReadField(reader)))
                throw new XmlException("A field stands twice");
        }

        if (!isEmpty)
            reader.ReadEndElement();
        // Reads to the end: anything behind the root is a fault.
        while (reader.Read())
        {
        }

        return fields;
    }

    /// <summary>The text of a field; empty for one with fields of its own, such as a scanned code, of which nothing is used.</summary>
    private static string ReadField(XmlReader reader)
    {
        var text = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && reader.Depth == depth + 1)
                    text.Append(reader.Value);
            }
        }

        reader.Read();
        return text.ToString();
    }

    private static bool IsWhole(WeChatMessage message) => message switch
    {
        { MsgType: "event" } => message.Event is not null,
        { MsgId: null } => false,
        { MsgType: "text" } => message.Content is not null,
        { MsgType: "location" } => message is { Latitude: not null, Longitude: not null },
        _ => true,
    };

    private static string? Id(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name)?.Trim() is { Length: > 0 and <= LongestId } value && !value.Any(char.IsControl) ? value : null;

    private static double? Degrees(IReadOnlyDictionary<string, string> fields, string name, double most) =>
        double.TryParse(fields.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static string Write(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("xml");
            write(writer);
            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Data(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement(name);
        writer.WriteCData(value);
        writer.WriteEndElement();
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>
/// Tokens, as JSON Web Tokens (HS256) because clients read the user's id in them. Signed with the key that all servers share; nothing is stored. Thread safe.
/// </summary>
public sealed class DirectLineTokens(ConversationSigner signer, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const int MostCharacters = 4096;
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    /// <summary>Gives a token.</summary>
    public string Give(TokenUse use, string? conversation, string? user)
    {
        var claims = new Claims(conversation, user, use.ToString(), (time.GetUtcNow() + Life(use)).ToUnixTimeSeconds());
        var text = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, ActivityJson.Options))}";
        return $"{text}.{signer.Sign(nameof(DirectLineTokens), text)}";
    }

    /// <summary>Reads a token. Fails as <see cref="DirectLineFailure.BadToken"/> or <see cref="DirectLineFailure.TokenExpired"/>.</summary>
    public Reply<DirectLineCaller> Read(TokenUse use, string token)
    {
        var end = token.LastIndexOf('.');
        if (token.Length > MostCharacters || end < 0 || !signer.Verify(nameof(DirectLineTokens), token[..end], token[(end + 1)..]))
            return DirectLineFailure.BadToken;
        var claims = JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(token.AsSpan((token.IndexOf('.', StringComparison.Ordinal) + 1)..end)), ActivityJson.Options)!;
        if (claims.Use != use.ToString())
            return DirectLineFailure.BadToken;
        return claims.Exp <= time.GetUtcNow().ToUnixTimeSeconds() ? DirectLineFailure.TokenExpired : new DirectLineCaller(claims.Conv, claims.User);
    }

    /// <summary>True when <paramref name="given"/> is the secret. Takes the same time for every wrong one of its length.</summary>
    public bool IsSecret(string given) =>
        options.Value.Secret is { } secret && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(given));

    private TimeSpan Life(TokenUse use) => use switch
    {
        TokenUse.Stream => TimeSpan.FromSeconds(options.Value.StreamAddressSeconds),
        TokenUse.Visitor => TimeSpan.FromDays(options.Value.VisitorDays),
        _ => TimeSpan.FromSeconds(options.Value.TokenSeconds),
    };

    private sealed record Claims(string? Conv, string? User, string Use, long Exp);
}

/// <summary>What a token is good for.</summary>
public enum TokenUse
{
    /// <summary>To talk in a conversation.</summary>
    Conversation,

    /// <summary>To open the stream of a conversation, once, in its address.</summary>
    Stream,

    /// <summary>To read the files of a conversation, in their addresses.</summary>
    File,

    /// <summary>To come back to one's conversations on the site's own page.</summary>
    Visitor,
}

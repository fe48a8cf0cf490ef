using System.Text;
using LegalService.Bot.Channels.WeChat;
using LegalService.Support;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class CryptographyTests
{
    private static readonly Vectors Known = Vectors.Read();

    [Fact]
    public void Signatures_are_those_that_were_made_elsewhere()
    {
        Assert.All(Known.Plain, vector => Assert.True(WeChatSignature.Matches(vector.Signature, Known.Token, vector.Timestamp, vector.Nonce)));
        Assert.All(Known.Safe, vector => Assert.True(WeChatSignature.Matches(vector.MsgSignature, Known.Token, vector.Timestamp, vector.Nonce, vector.Encrypt)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6f42e3bae5e2f256b5002fab0b8eaf46eaf72e8")]
    [InlineData("6F42E3BAE5E2F256B5002FAB0B8EAF46EAF72E86")]
    [InlineData("7f42e3bae5e2f256b5002fab0b8eaf46eaf72e86")]
    public void Any_other_signature_is_wrong(string? signature) =>
        Assert.False(WeChatSignature.Matches(signature, Known.Token, Known.Plain[0].Timestamp, Known.Plain[0].Nonce));

    [Fact]
    public void What_was_encrypted_elsewhere_is_opened()
    {
        var cipher = new WeChatCipher(Known.EncodingAesKey, Known.AppId);
        Assert.All(Known.Safe, vector => Assert.Equal(vector.Xml, Encoding.UTF8.GetString(cipher.Open(vector.Encrypt, out _)!)));
    }

    [Fact]
    public void What_is_encrypted_here_is_opened_by_WeChats_side()
    {
        var account = new WeChatAccount(Known.Token, Known.AppId, Known.EncodingAesKey);
        var cipher = new WeChatCipher(Known.EncodingAesKey, Known.AppId);
        foreach (var length in Enumerable.Range(0, 70))
        {
            var encrypted = cipher.Seal(new string('字', length));
            var reply = WeChatXml.SafeReply(encrypted, WeChatSignature.Of(Known.Token, "1", "2", encrypted), "1", "2");
            Assert.Equal(new string('字', length), account.Open(reply));
        }
    }

    [Fact]
    public void The_same_text_is_never_encrypted_the_same_way_twice()
    {
        var cipher = new WeChatCipher(Known.EncodingAesKey, Known.AppId);
        Assert.NotEqual(cipher.Seal("你好"), cipher.Seal("你好"));
    }

    [Fact]
    public void A_message_for_another_account_is_refused_by_name()
    {
        Assert.Null(new WeChatCipher(Known.EncodingAesKey, Known.AppId).Open(Known.OtherAppId, out var refusal));
        Assert.Equal(WeChatRefusal.AppId, refusal);
    }

    [Fact]
    public void A_changed_length_padding_or_end_is_refused()
    {
        var cipher = new WeChatCipher(Known.EncodingAesKey, Known.AppId);
        var box = Convert.FromBase64String(Known.Safe[1].Encrypt);
        foreach (var place in Enumerable.Range(0, box.Length))
        {
            var changed = (byte[])box.Clone();
            changed[place] ^= 0x40;
            var opened = cipher.Open(Convert.ToBase64String(changed), out _);
            // The cipher itself tells no change within the text: that is what the signature is for. Length, AppID and padding it tells.
            Assert.True(opened is null || !opened.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(Known.Safe[1].Xml)) || place < 16);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_encrypted_text_is_refused(string text)
    {
        Assert.Null(new WeChatCipher(Known.EncodingAesKey, Known.AppId).Open(text, out var refusal));
        Assert.Equal(WeChatRefusal.Cipher, refusal);
    }
}

namespace LegalService.CardReader;

/// <summary>The reader behind a service as makers install it: <c>/OpenDevice</c> and <c>/readcard</c>, always status 200.</summary>
internal static class HttpSide
{
    /// <summary>Maps the service.</summary>
    public static void MapReader(this IEndpointRouteBuilder routes, ReaderModule module)
    {
        routes.MapGet("/OpenDevice", () => module.IsBroken ? Refused("端口打开失败") : new { resultFlag = 0, errorMsg = "端口打开成功" });
        // Makers write the time behind an ampersand, as a part of the path.
        routes.MapGet("/{call}", (string call) => call.StartsWith("readcard", StringComparison.Ordinal) ? Read(module) : Results.NotFound());
    }

    private static IResult Read(ReaderModule module) => Results.Json(Answer(module));

    private static object Answer(ReaderModule module)
    {
        if (module.IsBroken)
            return Refused("端口打开失败");
        if (Status(module, 0x2001) != 0x9F)
            return Refused("未放卡");
        return Status(module, 0x2002) == 0x90 && module.Answer(0x3001) is [_, _, 0x90, ..] && module.Card is { } card
            ? new { resultFlag = 0, errorMsg = "读卡成功", resultContent = Content(card) }
            : Refused("读卡失败");
    }

    private static byte Status(ReaderModule module, ushort command) => module.Answer(command)[2];

    private static object Refused(string why) => new { resultFlag = -1, errorMsg = why };

    private static object Content(SampleCard card) => card.Field(248, 2) == "I"
        ? new { certType = "I", partyName = card.Field(158, 30), certNumber = card.Field(122, 30) }
        : new
        {
            certType = card.Field(248, 2),
            partyName = card.Field(0, 30),
            gender = card.Field(30, 2) == "1" ? "男" : "女",
            nation = card.Field(32, 4) switch { "01" => "汉", "02" => "蒙古", _ => "" },
            bornDay = card.Field(36, 16),
            certAddress = card.Field(52, 70),
            certNumber = card.Field(122, 36),
            certOrg = card.Field(158, 30),
            effDate = card.Field(188, 16),
            expDate = card.Field(204, 16),
            identityPic = Convert.ToBase64String(new byte[1024]),
        };
}

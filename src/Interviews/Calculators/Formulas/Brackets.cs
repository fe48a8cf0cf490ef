namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>A fee by parts of a sum, each part at its own rate (分段累计).</summary>
internal sealed class Brackets(decimal first, decimal upTo, params (decimal Above, decimal Percent)[] parts)
{
    /// <summary>The fee and how it comes about.</summary>
    public (decimal Fee, string Working) Of(decimal sum)
    {
        var fee = first;
        var working = new List<string> { $"不超过 {Wan(upTo)}的部分 {Steps.Plain(first)} 元" };
        for (var i = 0; i < parts.Length && sum > parts[i].Above; i++)
        {
            var top = i + 1 < parts.Length ? Math.Min(sum, parts[i + 1].Above) : sum;
            fee += (top - parts[i].Above) * parts[i].Percent / 100;
            working.Add($"{Wan(parts[i].Above)}到 {Wan(top)}的部分 {Steps.Plain(top - parts[i].Above)} 元 × {Steps.Plain(parts[i].Percent)}%");
        }

        return (fee, string.Join(" + ", working));
    }

    private static string Wan(decimal yuan) => yuan >= 10_000 && yuan % 10_000 == 0 ? $"{Steps.Plain(yuan / 10_000)} 万元" : $"{Steps.Plain(yuan)} 元";
}

using System.Globalization;

namespace LegalService.Interviews.Fields;

/// <summary>A sum in yuan, exact to the fen.</summary>
public readonly record struct Money
{
    private Money(decimal yuan) => Yuan = yuan;

    /// <summary>Yuan, with at most two decimals and no trailing zeros.</summary>
    public decimal Yuan { get; }

    /// <summary>The same in fen.</summary>
    public decimal Fen => Yuan * 100;

    /// <summary>For screens and slips: nothing of the sum but whether there is any.</summary>
    public string Masked => Yuan == 0 ? ToString() : "***元";

    /// <summary>Takes a sum.</summary>
    /// <returns>False when it is less than nothing or finer than a fen.</returns>
    public static bool TryCreate(decimal yuan, out Money money)
    {
        money = default;
        if (yuan < 0 || decimal.Round(yuan, 2) != yuan)
            return false;
        // Dividing by one with all places written out takes the trailing zeros away: 3.50 and 3.5 are one sum.
        money = new(yuan / 1.000000000000000000000000000000000m);
        return true;
    }

    /// <summary>As a citizen reads it: 3500元, 3500.5元.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Yuan}元");
}

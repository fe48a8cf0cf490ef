namespace LegalService.Knowledge.Answering.Guarding;

/// <summary>Why a sentence of a model is not shown.</summary>
internal enum SentenceFault
{
    /// <summary>It may be shown.</summary>
    None,

    /// <summary>It names an article that the draft may not cite: not retrieved, not in force, not existing, another law's.</summary>
    Article,

    /// <summary>It names a law that no cited passage belongs to or names.</summary>
    Law,

    /// <summary>It has a number, date, period, sum or share that its passages do not have, or have of something else.</summary>
    Number,

    /// <summary>It says what its passages do not say, or cites none for what it says of the law.</summary>
    Content,

    /// <summary>It only names articles of sentences that are not shown.</summary>
    Orphan,

    /// <summary>It follows an order from outside, or speaks of itself.</summary>
    Order,

    /// <summary>It sends people or their money somewhere.</summary>
    Lure,

    /// <summary>It repeats what the model was told.</summary>
    Leak,
}

namespace LegalService.Casework.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Came in; a clerk has not decided.</summary>
    Received,

    /// <summary>The citizen was asked, once, for everything that is missing (法律援助法第四十三条).</summary>
    Incomplete,

    /// <summary>What was asked for came in.</summary>
    Supplemented,

    /// <summary>Granted, or taken on.</summary>
    Accepted,

    /// <summary>Refused in writing; the citizen may object (法律援助法第四十九条).</summary>
    Refused,

    /// <summary>A lawyer, notary or other person was named.</summary>
    Assigned,

    /// <summary>The objection is being reviewed.</summary>
    Objected,

    /// <summary>The refusal was upheld; what is left is reconsideration or a lawsuit.</summary>
    RefusalUpheld,

    /// <summary>Passed on to the office that is responsible.</summary>
    Transferred,

    /// <summary>It is over.</summary>
    Done,

    /// <summary>Taken back, or counted as taken back.</summary>
    Withdrawn,
}

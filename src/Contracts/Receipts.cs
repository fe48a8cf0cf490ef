namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/receipts</c>: what the SMS gateway says later about a message that it took.</summary>
/// <param name="Id">The id that was sent to the gateway, or the gateway's own.</param>
/// <param name="State"><c>delivered</c> or <c>failed</c>.</param>
public sealed record ReceiptRequest(string Id, string State);

/// <summary>What is believed of the message now.</summary>
/// <param name="State"><c>delivered</c>, <c>failed</c> or <c>cancelled</c>; a message that arrived stays so.</param>
public sealed record ReceiptResponse(string State);

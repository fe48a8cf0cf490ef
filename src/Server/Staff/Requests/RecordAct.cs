using LegalService.Casework;
using LegalService.Casework.Requests;

namespace LegalService.Server.Staff.Requests;

/// <summary>What a dialog decided: it is done with the version the clerk saw, and once more with a newer one if he wants so after he saw what changed.</summary>
/// <param name="RunAsync">Does it.</param>
/// <param name="Message">For the citizen too; null: none.</param>
/// <param name="Note">For the clerks only; null: none.</param>
public sealed record RecordAct(Func<RequestDesk, DeskAction, CancellationToken, Task<Result<int>>> RunAsync, string? Message = null, string? Note = null);

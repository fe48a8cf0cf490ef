using System.Text.Json;

namespace LegalService.Kiosk.Outbox;

/// <summary>What a citizen sends from a touch page.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Answers">The answers of an interview that is done. The answer of a picture that was taken here holds the id of one of <paramref name="Files"/>.</param>
/// <param name="Files">The pictures; empty when there are none.</param>
internal sealed record Submission(string Service, IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<SubmissionFile> Files);

/// <summary>A picture that was taken for an answer of type <c>file</c>.</summary>
/// <param name="Id">What the answer holds as <c>id</c>; the centre gives it another one.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Type">Media type, such as <c>image/jpeg</c>.</param>
/// <param name="Content">The bytes.</param>
internal sealed record SubmissionFile(string Id, string Name, string Type, ReadOnlyMemory<byte> Content);

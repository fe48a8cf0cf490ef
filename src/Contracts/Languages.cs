namespace LegalService.Contracts;

/// <summary>A language that the service's texts are written in.</summary>
/// <param name="Id">What <c>?language=</c> names.</param>
/// <param name="Tag">Language tag (BCP 47), for <c>lang</c> attributes and Accept-Language.</param>
/// <param name="Name">What its own speakers call it.</param>
/// <param name="Writing"><c>horizontal</c>, or <c>vertical</c>: lines run downwards, columns from left to right.</param>
/// <param name="Sample">What must be said beside its texts while nobody who knows the language stands for them; null: a whole translation.</param>
/// <param name="Translated">Texts that are translated.</param>
/// <param name="Texts">All texts; those that are not translated are Chinese.</param>
public sealed record LanguageResponse(string Id, string Tag, string Name, string Writing, string? Sample, int Translated, int Texts);

namespace LegalService.Knowledge.Corpus;

/// <summary>A lay word and the legal terms it stands for, or a courtesy that stands for nothing.</summary>
/// <param name="Lay">The word as citizens write it.</param>
/// <param name="Terms">The legal terms; none for a courtesy.</param>
/// <param name="BothWays">True when the legal term also stands for the lay word.</param>
/// <param name="Weight">Above 0, at most 1: how sure it is that who writes the lay word means the terms.</param>
public sealed record LexiconEntry(string Lay, IReadOnlyList<string> Terms, bool BothWays, double Weight);

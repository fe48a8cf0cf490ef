namespace LegalService.Knowledge.Retrieval;

/// <summary>
/// One way of finding articles that may answer a question. Safe for many threads. Another way, such as an embedding service outside, is one
/// more class and one more entry where the list of sources is put together (docs/decisions/0010).
/// </summary>
internal interface ICandidateSource
{
    /// <summary>Adds what it finds. Sources run one after the other, so that a later one may build on an earlier one.</summary>
    void Find(Gathering gathering);
}

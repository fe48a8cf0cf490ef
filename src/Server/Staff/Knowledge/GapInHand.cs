namespace LegalService.Server.Staff.Knowledge;

/// <summary>The group of questions an editor has just chosen to answer, on the way from the list to the editor. One for each open console.</summary>
internal sealed class GapInHand
{
    private Gap? _gap;

    /// <summary>Takes a group along.</summary>
    public void Put(Gap gap) => _gap = gap;

    /// <summary>Gives the group once; null when none was taken along.</summary>
    public Gap? Take() => Interlocked.Exchange(ref _gap, null);
}

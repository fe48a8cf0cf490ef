namespace LegalService.Knowledge.Vectors;

/// <summary>Picks the highest of many figures.</summary>
internal static class NearestPlaces
{
    /// <summary>Places of the highest figures, highest first; of equal ones the earlier place.</summary>
    /// <param name="figures">One for each place.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="counts">Which places count.</param>
    public static List<int> Of(float[] figures, int most, Predicate<int> counts)
    {
        var queue = new PriorityQueue<int, (float Figure, int Later)>(most + 1);
        var lowest = float.NegativeInfinity;
        for (var place = 0; place < figures.Length; place++)
        {
            if ((queue.Count == most && figures[place] <= lowest) || !counts(place))
                continue;
            queue.Enqueue(place, (figures[place], -place));
            if (queue.Count > most)
                queue.Dequeue();
            if (queue.Count == most && queue.TryPeek(out _, out var last))
                lowest = last.Figure;
        }

        var places = new List<int>(queue.Count);
        while (queue.TryDequeue(out var place, out _))
            places.Add(place);
        places.Reverse();
        return places;
    }
}

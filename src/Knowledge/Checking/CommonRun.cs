namespace LegalService.Knowledge.Checking;

/// <summary>Finds the longest passage that two texts have in common.</summary>
public static class CommonRun
{
    /// <summary>The longest common run of characters; empty when there is none.</summary>
    public static string Longest(string first, string second)
    {
        var (previous, current) = (new int[second.Length + 1], new int[second.Length + 1]);
        var (length, end) = (0, 0);
        for (var row = 1; row <= first.Length; row++)
        {
            for (var column = 1; column <= second.Length; column++)
            {
                current[column] = first[row - 1] == second[column - 1] ? previous[column - 1] + 1 : 0;
                if (current[column] > length)
                    (length, end) = (current[column], row);
            }

            (previous, current) = (current, previous);
        }

        return first.Substring(end - length, length);
    }
}

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Collects words, those at the ends of lines left out: they may be broken.</summary>
internal static class WordSet
{
    private const int MostWords = 60_000;
    private const int Longest = 40;

    public static void Add(HashSet<string> words, string line)
    {
        var begin = -1;
        for (var i = 0; i < line.Length && words.Count < MostWords; i++)
        {
            var isIn = char.IsLetterOrDigit(line[i]) || (line[i] == '-' && begin >= 0);
            if (isIn && begin < 0)
            {
                begin = i;
            }
            else if (!isIn && begin >= 0)
            {
                if (i - begin is > 3 and < Longest && begin > 0)
                {
                    words.Add(line[begin..i].TrimEnd('-').ToLowerInvariant());
                }

                begin = -1;
            }
        }
    }
}

namespace FastMd.Engine.Markdown;

/// <summary>A line of three or more stars, dashes or underscores.</summary>
internal static class ThematicLine
{
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is not ('*' or '-' or '_'))
        {
            return false;
        }

        var count = 0;
        foreach (var character in line)
        {
            if (character == line[0])
            {
                count++;
            }
            else if (character is not (' ' or '\t'))
            {
                return false;
            }
        }

        return count >= 3;
    }
}

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>One example of a Markdown specification.</summary>
internal sealed record SpecExample(int Number, string Markdown, string Html)
{
    private static readonly string Fence = new('`', 32);

    /// <summary>All examples of a specification.</summary>
    public static IReadOnlyList<SpecExample> ReadAll(string specification)
    {
        var examples = new List<SpecExample>();
        using var lines = File.ReadLines(Path.Combine(Repository.Root, "tests", "Unit", "Markdown", "Specs", specification)).GetEnumerator();
        while (lines.MoveNext())
        {
            if (lines.Current.StartsWith(Fence + " example", StringComparison.Ordinal))
            {
                examples.Add(new(examples.Count + 1, Until(lines, "."), Until(lines, Fence)));
            }
        }

        return examples;
    }

    private static string Until(IEnumerator<string> lines, string end)
    {
        var text = new List<string>();
        while (lines.MoveNext() && lines.Current != end)
        {
            text.Add(lines.Current.Replace('→', '\t') + "\n");
        }

        return string.Concat(text);
    }
}

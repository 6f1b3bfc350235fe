namespace FastMd.Cli.Diagnostics;

/// <summary>The rules of docs/diagnostics.md, which is part of the executable. A test keeps the page in the shape read here.</summary>
internal static class RuleBook
{
    /// <summary>All rules, in the page's order.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. Page().Split("\n## ").Where(section => section.StartsWith("FM", StringComparison.Ordinal)).Select(Read)];

    private static string Page()
    {
        using var page = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream("diagnostics.md")!);
        return page.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Rule Read(string section)
    {
        var (head, body) = Parted(section, "\n\n");
        var (id, title) = Parted(head, " – ");
        var why = Parted(Parted(body, "*Why:*").After, "\n- ").Before;
        return new(id, title, body.StartsWith("**Error", StringComparison.Ordinal) ? "error" : "warning", Sentence(why), body.Trim());
    }

    private static string Sentence(string text)
    {
        var words = string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static (string Before, string After) Parted(string text, string at)
        => text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + at.Length)..]) : (text, "");
}

using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Mdx;

/// <summary>
/// A small document and what it becomes: one of tests/Unit/Mdx/Cases. In those files <c>@@@@</c> and a name begin a case, <c>@@@@</c>
/// alone what is expected: import and export statements and the content, or where the document is rejected. Tabs are written →, carriage
/// returns ␍, space at a line's end ␣.
/// </summary>
/// <param name="Name">What is shown.</param>
/// <param name="Input">The document.</param>
/// <param name="Expected">What it becomes.</param>
internal sealed record MdxCase(string Name, string Input, string Expected)
{
    private const string Begins = "@@@@ ";
    private const string Separates = "\n@@@@\n";

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Unit", "Mdx", "Cases");

    /// <summary>The cases of all files, each under its file's name and its own.</summary>
    public static IReadOnlyDictionary<string, MdxCase> All { get; } = Directory
        .EnumerateFiles(Folder, "*.txt")
        .Order(StringComparer.Ordinal)
        .SelectMany(Read)
        .ToDictionary(static found => found.Name);

    private static IEnumerable<MdxCase> Read(string path)
        => ('\n' + File.ReadAllText(path))
            .Split('\n' + Begins, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Parse(Path.GetFileNameWithoutExtension(path), text));

    private static MdxCase Parse(string file, string text)
    {
        var name = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var body = text[name.Length..];
        var middle = body.IndexOf(Separates, StringComparison.Ordinal);
        return new($"{file}: {name}", Shown(body[1..Math.Max(middle, 1)]), Shown(body[(middle + Separates.Length)..].TrimEnd('\n')));
    }

    private static string Shown(string text) => text
        .Replace('\u2192', '\t').Replace('\u240D', '\r').Replace('\u2423', ' ');
}

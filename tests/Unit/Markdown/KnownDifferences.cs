namespace FastMd.Tests.Unit.Markdown;

/// <summary>The examples that convert to something else than their specification says, and why. docs/conformance.md lists the same.</summary>
internal static class KnownDifferences
{
    private const string FrontMatter = "Two lines of dashes at the start of a document are empty front matter.";
    private const string TaskAttributes = "The order of attributes and the closing slash follow cmark-gfm's own output and its extension examples, which differ here.";
    private const string Autolink = "The example shows CommonMark without autolinks; with them cmark-gfm links the address too.";
    private const string Comment = "Comments follow CommonMark 0.31, which reads them as HTML does; this specification is older.";
    private const string TagFilter = "Raw HTML is let through, escaped or sanitized, as the setting says; none of these is the tag filter of the specification.";

    public static IReadOnlyDictionary<int, string> CommonMark { get; } = new Dictionary<int, string>();

    public static IReadOnlyDictionary<int, string> Gfm { get; } = new Dictionary<int, string>
    {
        [68] = FrontMatter,
        [279] = TaskAttributes,
        [280] = TaskAttributes,
        [610] = Autolink,
        [614] = Autolink,
        [616] = Autolink,
        [619] = Autolink,
        [620] = Autolink,
        [645] = Comment,
        [646] = Comment,
        [653] = TagFilter,
    };

    public static IReadOnlyDictionary<int, string> Extensions { get; } = new Dictionary<int, string>
    {
        [22] = TagFilter,
    };
}

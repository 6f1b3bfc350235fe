namespace FastMd.Engine.Mdx.Tree;

/// <summary>An address in text as the reader sees it, after escapes and entities.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Prefix">What its link has before it.</param>
internal readonly record struct TextAddress(int Start, int Length, string Prefix)
{
    /// <summary>What finds the addresses of one kind, and what is in each text that has any. The reference looks for one kind after the other.</summary>
    public static readonly (Finder Find, string[] Signs)[] Kinds =
    [
        (TextUrls.Find, ["://", TextUrls.Bare]),
        (static (text, from) => TextMailAddresses.FindAfter("xmpp:", text, from), ["xmpp:"]),
        (static (text, from) => TextMailAddresses.FindAfter("mailto:", text, from), ["mailto:"]),
        (TextMailAddresses.Find, ["@"]),
    ];

    /// <summary>Finds the first address in a text; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it may begin at the earliest.</param>
    public delegate TextAddress? Finder(ReadOnlySpan<char> text, int from);
}

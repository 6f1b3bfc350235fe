using Spectre.Console.Rendering;

namespace FastMd.Cli.Terminal;

/// <summary>Text by the columns that it takes on a terminal: of characters that are two columns wide there are many.</summary>
internal static class CellText
{
    /// <summary>How many columns a text takes.</summary>
    public static int Width(string text) => Segment.CellCount([new Segment(text)]);

    /// <summary>The text, cut where there is no room for all of it.</summary>
    public static string Cut(string text, int width)
        => Width(text) <= width ? text : width < 1 ? "" : Segment.Truncate(new Segment(text), width - 1)?.Text + "…";

    /// <summary>The same, and spaces where it is shorter.</summary>
    public static string Fit(string text, int width) => Cut(text, width) is var cut ? cut + new string(' ', Math.Max(0, width - Width(cut))) : cut;
}

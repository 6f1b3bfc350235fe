namespace FastMd.Engine.Documents;

/// <summary>
/// The memory that the conversion of a text takes: a constant for each thing that <see cref="TextMetrics"/> counts. Fitted to the peak memory of the
/// process for texts made of a single construct (docs/decisions/0020-memory.md), so that it is an upper bound for those; for ordinary text it is two
/// to three times too high.
/// </summary>
internal readonly record struct ConversionCost(int PerCharacter, int PerLine, int PerPipe, int PerMarker, int PerMark, int PerSign)
{
    private const int Fixed = 64 * 1024;

    /// <summary>Markdown to HTML.</summary>
    public static ConversionCost OfMarkdown => new(9, 250, 525, 385, 200, 0);

    /// <summary>Markdown to JavaScript.</summary>
    public static ConversionCost OfModules => new(20, 600, 1030, 1400, 560, 0);

    /// <summary>MDX to HTML or to JavaScript.</summary>
    public static ConversionCost OfMdx => new(20, 600, 1030, 1400, 560, 120);

    /// <summary>Bytes that it takes at most, as far as a look tells.</summary>
    public long Of(string text)
    {
        var look = TextMetrics.Of(text);
        return Fixed
            + (PerCharacter * look.Characters) + (PerLine * look.Lines) + (PerPipe * look.Pipes)
            + (PerMarker * look.Markers) + (PerMark * look.Marks) + (PerSign * look.Signs);
    }
}

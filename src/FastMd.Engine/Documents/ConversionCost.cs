namespace FastMd.Engine.Documents;

/// <summary>
/// The memory that it takes to convert a text: so much for each of what a first look counts. Fitted to the peak of the process over texts that
/// are nothing but one construct (docs/decisions/0020-memory.md), so that it bounds those; of ordinary text it says two or three times too much.
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

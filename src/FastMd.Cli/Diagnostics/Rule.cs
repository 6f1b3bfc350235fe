namespace FastMd.Cli.Diagnostics;

/// <summary>What docs/diagnostics.md says of one code.</summary>
/// <param name="Id">The code.</param>
/// <param name="Title">What it is, a few words.</param>
/// <param name="Level"><c>error</c> or <c>warning</c>.</param>
/// <param name="Why">Why it happens, plain text.</param>
/// <param name="Markdown">Everything, why it happens and what to do.</param>
internal sealed record Rule(string Id, string Title, string Level, string Why, string Markdown)
{
    /// <summary>Everything as plain text.</summary>
    public string Text => Markdown.Replace("**", "", StringComparison.Ordinal)
        .Replace("*Why:*", "Why:", StringComparison.Ordinal)
        .Replace("*What to do:*", "What to do:", StringComparison.Ordinal);
}

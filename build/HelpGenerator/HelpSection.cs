using Markdig.Syntax;

namespace FastMd.Build.HelpGenerator;

/// <summary>A heading with what stands under it.</summary>
internal sealed class HelpSection(string path, string title, int line)
{
    public string Title { get; } = title;

    public List<Block> Blocks { get; } = [];

    public List<HelpSection> Sections { get; } = [];

    /// <summary>The text, a string a paragraph.</summary>
    /// <exception cref="HelpException">There is none.</exception>
    public IReadOnlyList<string> RequiredText()
        => PlainText.Of(Blocks) is { Count: > 0 } text ? text : throw Error($"'{Title}' has no text.");

    /// <summary>The section of that title.</summary>
    /// <exception cref="HelpException">There is none.</exception>
    public HelpSection Required(string title)
        => Sections.Find(section => section.Title == title) ?? throw Error($"'{Title}' has no section '{title}'.");

    /// <summary>The first code block.</summary>
    /// <exception cref="HelpException">There is none.</exception>
    public FencedCodeBlock RequiredCode()
        => Blocks.OfType<FencedCodeBlock>().FirstOrDefault() ?? throw Error($"'{Title}' has no code block.");

    public HelpException Error(string message) => new(path, line, message);
}

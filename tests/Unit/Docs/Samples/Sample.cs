using FastMd.Tests.Unit.TestSupport;
using Markdig;
using Markdig.Syntax;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>A block of code that the documentation shows.</summary>
/// <param name="Page">The page, from the top of the checkout, with forward slashes.</param>
/// <param name="Line">The block's first line, from 1.</param>
/// <param name="Language">What the block calls itself; empty where it does not.</param>
/// <param name="Code">What stands in it.</param>
internal sealed record Sample(string Page, int Line, string Language, string Code)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>Every page of the documentation.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat([Path.Combine(Repository.Root, "src", "FastMd.Engine", "README.md"), Path.Combine(Repository.Root, "bench", "README.md")])
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every sample on them.</summary>
    public static IReadOnlyList<Sample> All { get; } = [.. Pages.SelectMany(Of)];

    /// <summary>Whether it stands in a cmdlet's help, where tests/Pester/Help.Tests.ps1 runs examples and checks syntax and parameters.</summary>
    public bool IsCmdletHelp => Page.StartsWith("docs/cmdlets/", StringComparison.Ordinal);

    public override string ToString() => $"{Page}({Line})";

    private static IEnumerable<Sample> Of(string page)
        => Markdig.Markdown.Parse(File.ReadAllText(Path.Combine(Repository.Root, page)), Pipeline)
            .Descendants<FencedCodeBlock>()
            .Select(block => new Sample(page, block.Line + 1, block.Info ?? "", block.Lines.ToString()));
}

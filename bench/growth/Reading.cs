using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;

namespace FastMd.Growth;

/// <summary>A way to read a document.</summary>
internal sealed record Reading(string Name, Func<string, string?> Convert)
{
    // What takes longer grows faster than it may, whatever it takes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<Reading> All { get; } =
    [
        new("commonmark", text => Refusal(new MarkdownConverter(new(MarkdownFlavor.CommonMark)), SourceText.FromString(text))),
        new("gfm", text => Refusal(new MarkdownConverter(new(MarkdownFlavor.Gfm)), SourceText.FromString(text))),
        new("mdx", text => Refusal(new MdxConverter(new()), SourceText.FromString(text, DocumentFormat.Mdx))),
        new("md to mdx", text => Refusal(new MdxConverter(new() { Format = MdxFormat.Md }), SourceText.FromString(text))),
        new("context", text => Refusal(new ContextConverter(new()), SourceText.FromString(text))),
        new("mdx to context", text => Refusal(new ContextConverter(new()), SourceText.FromString(text, DocumentFormat.Mdx))),
    ];

    /// <summary>The inputs that are to be read that way.</summary>
    public IEnumerable<KeyValuePair<string, Func<int, string>>> Inputs => Name switch
    {
        "commonmark" => GrowthInputs.Markdown,
        "mdx" or "mdx to context" => GrowthInputs.Markdown.Concat(GrowthInputs.Gfm).Concat(GrowthInputs.Mdx),
        _ => GrowthInputs.Markdown.Concat(GrowthInputs.Gfm),
    };

    /// <summary>Converts; gives the code of the refusal, null where there is none.</summary>
    private static string? Refusal(IDocumentConverter converter, SourceText source)
    {
        using var output = new Utf8TextWriter();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            converter.Convert(source, SameLinks.Instance, output, patience.Token);
            return null;
        }
        catch (DocumentException refused)
        {
            return refused.Diagnostic.Code;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

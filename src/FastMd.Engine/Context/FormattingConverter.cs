using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context;

/// <summary>Markdown to Markdown in one style; of MDX, what Markdown can say of it.</summary>
/// <param name="componentRules">What components become besides what is known of them, as JSON.</param>
/// <param name="checks">Whether a document that is not in that style is an error.</param>
public sealed class FormattingConverter(string componentRules = "", bool checks = false) : IDocumentConverter
{
    private readonly ContextConverter _mdx = new(new()
    {
        Profile = ContextProfile.Lossless,
        FrontMatter = ContextFrontMatter.Source,
        Skip = ContextSteps.CodeMeta | ContextSteps.Links | ContextSteps.Boilerplate,
        ComponentRules = componentRules,
    });

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(output);
        if (source.Format == DocumentFormat.Mdx)
        {
            return _mdx.Convert(source, links, output, cancellation);
        }

        if (source.IsFormatted && !checks)
        {
            return AsItIs(source, output);
        }

        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        var formatted = Formatter.Format(source, links, diagnostics, cancellation);
        if (checks && formatted.Text != source.Text)
        {
            throw new DocumentException(NotFormatted(source.Text, formatted.Text));
        }

        output.Write(checks ? "" : formatted.Text);
        return new(formatted.Title, formatted.FrontMatter, diagnostics) { Headings = formatted.Headings, Anchors = formatted.Anchors };
    }

    /// <summary>Of what has the style already, only what is known besides is read.</summary>
    private static ConvertedDocument AsItIs(SourceText source, TextWriter output)
    {
        output.Write(source.Text);
        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        var frontMatter = FrontMatterBlock.Find(source.Text, source.FrontMatterFormats) is { } block && FrontMatter.TryParse(block, diagnostics, out var parsed) ? parsed : null;
        return new(frontMatter?.GetValueOrDefault("title") as string, frontMatter, diagnostics);
    }

    private static Diagnostic NotFormatted(string source, string formatted)
    {
        var same = source.AsSpan().CommonPrefixLength(formatted);
        var line = source.AsSpan(0, same).Count('\n') + 1;
        return Diagnostic.Error(
            DiagnosticCodes.NotFormatted, "The document is not written as the formatter writes it, from here on; convert it to markdown, and take the result.",
            line, same - source.AsSpan(0, same).LastIndexOf('\n'));
    }
}

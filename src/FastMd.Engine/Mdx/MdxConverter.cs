using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Mdx.Program;
using FastMd.Engine.Mdx.Syntax;
using FastMd.Engine.Mdx.Tree;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx;

/// <summary>MDX, and Markdown, to JavaScript modules.</summary>
/// <param name="options">The options.</param>
/// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
public sealed class MdxConverter(MdxOptions options, TimeProvider? time = null) : IDocumentConverter
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        var started = _time.GetTimestamp();
        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        var frontMatter = MdxFrontMatter.Read(source.Text, diagnostics, isWanted: options.FrontMatterExport.Length > 0);
        var context = new MdxContext(source.Text, frontMatter.End);
        var document = Parse(context, IsMdx(source.Format));

        using var tree = new MdxTree();
        var hasContents = options.ContentsExport.Length > 0;
        MdxTreeBuilder.Build(document, context, tree, options.HeadingIds || hasContents);
        var parsed = _time.GetElapsedTime(started);

        var exports = new MdxExports();
        if (options.FrontMatterExport.Length > 0)
        {
            exports.Add(options.FrontMatterExport, ExportJson.Of(frontMatter.Data));
        }

        if (hasContents)
        {
            exports.Add(options.ContentsExport, ExportJson.Of(tree.Headings));
        }

        var pragmas = new JsxPragmas(options.Runtime, options.ImportSource, options.Pragma, options.PragmaFragment);
        using var program = new ProgramWriter(tree, options, pragmas, options.Development ? new(context.Source, "") : null);
        program.WriteTo(output, exports, source.Text);
        return new(Title(frontMatter.Data, document), frontMatter.Data, diagnostics, parsed);
    }

    private static string? Title(IReadOnlyDictionary<string, object?>? frontMatter, MarkdownDocument document)
    {
        if (frontMatter is not null && frontMatter.TryGetValue("title", out var title) && title is string { Length: > 0 } or long)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{title}");
        }

        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                return HeadingText.Of(heading);
            }
        }

        return null;
    }

    private static MarkdownDocument Parse(MdxContext context, bool isMdx)
    {
        try
        {
            return MarkdownParser.Parse(context.Source, isMdx ? MdxPipelines.Mdx : MdxPipelines.Markdown, context);
        }
        catch (ArgumentException thrown) when (thrown.Message.Contains("deeply nested", StringComparison.Ordinal))
        {
            throw TooDeep.Exception(thrown);
        }
    }

    private bool IsMdx(DocumentFormat format) => options.Format switch
    {
        MdxFormat.Mdx => true,
        MdxFormat.Md => false,
        _ => format == DocumentFormat.Mdx,
    };
}

using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Writes documents in the places where others include them.</summary>
/// <param name="writer">Writes the document that includes.</param>
internal sealed class Includer(StaticHtmlWriter writer)
{
    /// <summary>Writes a document.</summary>
    /// <param name="specifier">What the document that includes calls it.</param>
    /// <param name="element">The element in whose place it is written.</param>
    public void Include(string specifier, MdxElement element)
    {
        var rendering = writer.Rendering;
        if (rendering.Inclusions.Enter(Inclusions.IsDocument(specifier) ? specifier : specifier + ".mdx") is not { } included)
        {
            writer.LeftOut.NoteMissing(specifier, element.Start);
            return;
        }

        var diagnostics = new List<Diagnostic>();
        using var tree = new MdxTree(included.Text.Text.Length);
        var document = Read(included, tree, diagnostics);
        var references = new DocumentReferences(document.Source, document.Source, new PlacedLinks(included.FolderUrl, (url, kind) => writer.References.Resolve(url, kind, element.Start)));
        var leftOut = new OmissionWarnings(document.Source, diagnostics);
        new StaticHtmlWriter(
            writer.Html, tree, new(tree.Statements, document.FrontMatter, writer.Scope.PropertiesOf(element.Attributes)), writer.Options, references, leftOut, rendering).WriteFragment();
        writer.References.Take(references);
        foreach (var diagnostic in diagnostics)
        {
            writer.LeftOut.Take(diagnostic, included.Name, element.Start);
        }

        rendering.Inclusions.Leave();
    }

    private MdxDocument Read(IncludedText included, MdxTree tree, List<Diagnostic> diagnostics)
    {
        try
        {
            var document = MdxDocument.Parse(
                included.Text, isMdx: true, writer.Options.Extensions, wantsFrontMatter: true, diagnostics, writer.Rendering.Cancellation);
            document.BuildInto(tree, new(tree, slugger: writer.Rendering.Slugger));
            return document;
        }
        catch (DocumentException invalid)
        {
            throw Inclusions.Within(included, invalid);
        }
    }
}

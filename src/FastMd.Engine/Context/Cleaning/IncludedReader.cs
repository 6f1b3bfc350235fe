using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Reads and cleans the documents that a document includes.</summary>
/// <param name="read">Reads a document.</param>
internal sealed class IncludedReader(Func<SourceText, List<Diagnostic>, ReadDocument> read)
{
    /// <summary>A document, cleaned; null where there is none.</summary>
    /// <param name="specifier">What the including document calls it.</param>
    /// <param name="outer">Cleans the including document.</param>
    /// <param name="start">Where it is included.</param>
    /// <param name="properties">What it is given.</param>
    /// <param name="select">Takes the part of its text that is included; null for all of it.</param>
    public List<Node>? Read(
        string specifier, Cleaner outer, int start, IReadOnlyDictionary<string, object?>? properties, Func<string, string>? select = null)
    {
        if (outer.Job.Inclusions.Enter(specifier) is not { } included)
        {
            return null;
        }

        var diagnostics = new List<Diagnostic>();
        try
        {
            var text = select is null ? included.Text : included.Text with { Text = select(included.Text.Text.ReplaceLineEndings("\n")) };
            var document = read(text, diagnostics);
            var references = new DocumentReferences(
                document.Source, document.Source, new PlacedLinks(included.FolderUrl, (url, kind) => outer.Resolve(url, kind, start)));
            var warnings = new CleaningWarnings(document.Source, diagnostics, outer.Job.Options.RefusesUnknown);
            var nodes = new Cleaner(outer.Job, document.ScopeWith(properties), references, warnings).Clean(document.Tree);
            Detach(nodes);
            foreach (var diagnostic in diagnostics)
            {
                outer.Warnings.Take(diagnostic, included.Name, start);
            }

            return nodes;
        }
        catch (DocumentException invalid) when (invalid.Diagnostic.Code != DiagnosticCodes.InclusionRefused)
        {
            throw Inclusions.Within(included, invalid);
        }
        finally
        {
            outer.Job.Inclusions.Leave();
        }
    }

    /// <summary>Reads a text that is no document of its own.</summary>
    public List<Node> Parse(string text)
    {
        var nodes = read(SourceText.FromString(text), []).Tree.Children;
        Detach(nodes);
        return nodes;
    }

    /// <summary>Has nodes stand for nothing in the including document.</summary>
    private static void Detach(List<Node> nodes)
    {
        foreach (var node in Walk.All(nodes))
        {
            node.Start = -1;
        }
    }
}

/// <summary>A document, as it is read.</summary>
/// <param name="Source">Its text.</param>
/// <param name="BodyStart">Where what is no front matter begins in it.</param>
/// <param name="Tree">What is in it.</param>
/// <param name="FrontMatter">Its front matter as data; null where it has none.</param>
/// <param name="ScopeWith">What its names stand for, given properties.</param>
internal sealed record ReadDocument(
    string Source,
    int BodyStart,
    Fragment Tree,
    IReadOnlyDictionary<string, object?>? FrontMatter,
    Func<IReadOnlyDictionary<string, object?>?, DocumentScope> ScopeWith)
{
    /// <summary>Whether it was read as MDX.</summary>
    public bool IsMdx { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }
}

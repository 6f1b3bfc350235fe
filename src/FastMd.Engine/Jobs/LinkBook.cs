using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// Checks links to places in documents, once all documents are known. A link to a document that nothing is known of is not judged.
/// </summary>
/// <param name="severity">How bad a link to a missing place is.</param>
internal sealed class LinkBook(DiagnosticSeverity severity)
{
    private readonly ConcurrentDictionary<string, Entry> _documents = new(PathRules.Comparer);

    /// <summary>Takes down what a document links to and what can be linked to in it.</summary>
    public void Add(PlannedDocument document, ConversionResult result)
    {
        if (result.Links is { } links && document.Source.Path is { } path)
        {
            _documents[path] = new(document.Index, path, links);
        }
    }

    /// <summary>Finds the links to places that are missing, in the order of the input and of the source.</summary>
    /// <param name="onDead">Told of each, with the path of the document it stands in.</param>
    public void Check(Action<string, Diagnostic> onDead)
    {
        var anchors = new Dictionary<string, HashSet<ContentHash>>(PathRules.Comparer);
        foreach (var document in _documents.Values.OrderBy(document => document.Index))
        {
            var dead = document.Links.References
                .Where(reference => _documents.TryGetValue(reference.Path, out var target) && !AnchorsOf(target, anchors).Contains(ContentHash.Of(reference.Fragment)))
                .Select(reference => DeadAnchor(document, reference));
            foreach (var diagnostic in RepeatedWarnings.Count([.. dead]))
            {
                onDead(document.Path, diagnostic);
            }
        }
    }

    private static HashSet<ContentHash> AnchorsOf(Entry document, Dictionary<string, HashSet<ContentHash>> known)
    {
        if (!known.TryGetValue(document.Path, out var anchors))
        {
            known.Add(document.Path, anchors = [.. document.Links.Anchors]);
        }

        return anchors;
    }

    private Diagnostic DeadAnchor(Entry document, AnchorReference reference) => new(
        severity,
        DiagnosticCodes.DeadAnchor,
        new DeadAnchor(document.Path, reference.Path, reference.Fragment),
        reference.Line,
        reference.Column);

    private sealed record Entry(long Index, string Path, LinkFacts Links);
}

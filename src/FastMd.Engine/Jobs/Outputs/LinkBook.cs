using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>
/// Checks links to places in documents, once all documents are known. A link to a document that nothing is known of is not judged.
/// </summary>
/// <param name="severity">How bad a link to a missing place is.</param>
internal sealed class LinkBook(DiagnosticSeverity severity) : IResultConsumer
{
    private readonly Dictionary<string, Entry> _documents = new(PathRules.Comparer);

    /// <summary>Records what a document links to and what can be linked to in it.</summary>
    public void Consume(ConversionResult result)
    {
        if (result is { Links: { } links, Document.Path: { } path })
        {
            _documents[path] = new(result.Index, path, links);
        }
    }

    /// <summary>Finds the links to places that are missing, in the order of the input and of the source.</summary>
    /// <param name="judges">Whether a link from one document to another is looked at; null where all are.</param>
    public IEnumerable<JobNotice> Check(Func<string, string, bool>? judges = null)
    {
        var anchors = new Dictionary<string, HashSet<ContentHash>>(PathRules.Comparer);
        foreach (var document in _documents.Values.OrderBy(document => document.Index))
        {
            var dead = document.Links.References
                .Where(reference => _documents.TryGetValue(reference.Path, out var target) && judges?.Invoke(document.Path, target.Path) != false && !AnchorsOf(target, anchors).Contains(ContentHash.Of(reference.Fragment)))
                .Select(reference => DeadAnchor(document, reference));
            foreach (var diagnostic in RepeatedWarnings.Count([.. dead]))
            {
                yield return new(diagnostic, document.Path);
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

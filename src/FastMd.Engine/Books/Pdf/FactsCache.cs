using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Books.Pdf;

/// <summary>Remembers what is known of the last few documents: each of their ranges needs it.</summary>
internal sealed class FactsCache
{
    private const int MostDocuments = 16;

    private readonly LinkedList<(string Key, DocumentFacts Facts)> _last = new();
    private readonly object _lock = new();

    /// <summary>The facts of a document; worked out where they are not known.</summary>
    public DocumentFacts Get(ContainerFile file, Func<DocumentFacts> find)
    {
        var key = $"{file.Path}\n{file.Version}";
        lock (_lock)
        {
            for (var node = _last.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _last.Remove(node);
                    _last.AddFirst(node);
                    return node.Value.Facts;
                }
            }
        }

        // Two threads may work them out at once: they come to the same.
        var facts = find();
        lock (_lock)
        {
            _last.AddFirst((key, facts));
            if (_last.Count > MostDocuments)
            {
                _last.RemoveLast();
            }
        }

        return facts;
    }
}

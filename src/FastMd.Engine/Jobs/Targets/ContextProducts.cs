using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Chunks;
using FastMd.Engine.Context.Emitting;
using FastMd.Engine.Context.Sets;
using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Targets;

/// <summary>What is written of all context together: an index, and on request a list, all of it in one file, and chunks.</summary>
public sealed record ContextProducts
{
    // Read at once, and written in order.
    private const int Together = 64;

    /// <summary>Most tokens of a chunk; 0 for no chunks.</summary>
    public int ChunkTokens { get; init; }

    /// <summary>What chunks are written as.</summary>
    public ChunkForm ChunkForm { get; init; }

    /// <summary>Most tokens of all documents; 0 for any number.</summary>
    public int MaximumTokens { get; init; }

    /// <summary>How tokens are counted.</summary>
    public TokenCounting Tokens { get; init; }

    /// <summary>Whether <c>llms.txt</c> is written.</summary>
    public bool HasList { get; init; }

    /// <summary>Whether <c>llms-full.txt</c> is written.</summary>
    public bool HasWhole { get; init; }

    /// <summary>The files.</summary>
    /// <param name="documents">The documents that were converted, or are unchanged.</param>
    internal IEnumerable<TargetProduct> Of(IReadOnlyList<DocumentEntry> documents)
    {
        var sorted = documents.OrderBy(static document => document.Name, StringComparer.Ordinal).ToList();
        var counter = TokenCounters.Of(Tokens);
        yield return new("index.jsonl", stream => WriteIndex(sorted, counter, stream)) { Warnings = () => OverBudget(sorted, counter) };
        if (HasList)
        {
            yield return new("llms.txt", stream => LlmsText.Write(stream, NameOf(sorted), Read(sorted, withBody: false)));
        }

        if (HasWhole)
        {
            yield return new("llms-full.txt", stream => WriteWhole(sorted, stream));
        }

        if (ChunkTokens > 0)
        {
            var chunker = new Chunker(counter, ChunkTokens);
            yield return new("chunks.jsonl", stream => WriteChunks(sorted, chunker, counter, stream));
            if (ChunkForm == ChunkForm.Files)
            {
                foreach (var (document, chunks) in Chunked(sorted, chunker))
                {
                    for (var i = 0; i < chunks.Count; i++)
                    {
                        var text = Encoding.UTF8.GetBytes(chunks[i].Text);
                        yield return new(FileOf(document, i), stream => stream.Write(text));
                    }
                }
            }
        }
    }

    private static void WriteIndex(List<DocumentEntry> documents, ITokenCounter counter, Stream stream)
    {
        foreach (var document in Read(documents, withBody: false))
        {
            IndexLine.Write(stream, document, counter);
        }
    }

    private static void WriteWhole(List<DocumentEntry> documents, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var isFirst = true;
        foreach (var document in Read(documents))
        {
            text.Write(isFirst ? "" : "\n");
            text.WriteLine($"<!-- {(document.Value("source", "url") as string ?? document.Path).Replace("--", "%2D%2D", StringComparison.Ordinal)} -->");
            text.WriteLine();

            // A document that begins with its title needs no other.
            if (!document.Body.StartsWith("# ", StringComparison.Ordinal))
            {
                text.WriteLine($"# {document.Title}");
                text.WriteLine();
            }

            text.Write(document.Body);
            isFirst = false;
        }
    }

    private void WriteChunks(List<DocumentEntry> documents, Chunker chunker, ITokenCounter counter, Stream stream)
    {
        foreach (var (document, chunks) in Chunked(documents, chunker))
        {
            for (var i = 0; i < chunks.Count; i++)
            {
                ChunkLine.Write(stream, document, chunks[i], i + 1 < chunks.Count ? chunks[i + 1] : null, counter.Name, ChunkForm == ChunkForm.Files ? FileOf(document, i) : null);
            }
        }
    }

    private static string FileOf(EmittedDocument document, int index) => $"chunks/{document.Path}/{index + 1:D4}.md";

    private static IEnumerable<(EmittedDocument Document, List<Chunk> Chunks)> Chunked(List<DocumentEntry> documents, Chunker chunker)
        => InParallel(documents, entry =>
        {
            var document = EmittedDocument.Read(entry.OutputPath, entry.Name, entry.Title);
            return (document, chunker.Split(document.Path, document.Body, CancellationToken.None));
        });

    private static IEnumerable<EmittedDocument> Read(List<DocumentEntry> documents, bool withBody = true)
        => InParallel(documents, entry => EmittedDocument.Read(entry.OutputPath, entry.Name, entry.Title, withBody));

    /// <summary>Results in order, of which no more than a few are there at a time.</summary>
    private static IEnumerable<T> InParallel<T>(List<DocumentEntry> documents, Func<DocumentEntry, T> make)
    {
        foreach (var some in documents.Chunk(Together))
        {
            var made = new T[some.Length];
            Parallel.For(0, some.Length, i => made[i] = make(some[i]));
            foreach (var one in made)
            {
                yield return one;
            }
        }
    }

    /// <summary>What there is to say where the documents have more tokens than they should.</summary>
    private List<Diagnostic> OverBudget(List<DocumentEntry> documents, ITokenCounter counter)
    {
        const int Named = 10;
        if (MaximumTokens == 0)
        {
            return [];
        }

        var sizes = Read(documents, withBody: false).Select(document => (document.Path, Tokens: document.Tokens(counter))).ToList();
        var total = sizes.Sum(static size => size.Tokens);
        var largest = sizes.OrderByDescending(static size => size.Tokens).Take(Named).Select(static size => $"{size.Path} ({size.Tokens})");
        return total <= MaximumTokens
            ? []
            : [Diagnostic.Warning(
                DiagnosticCodes.TooManyTokens,
                $"All documents together have {total} tokens, {total - MaximumTokens} more than maxTokens allows; the largest are {string.Join(", ", largest)}. Exclude some, or choose the profile compact.")];
    }

    private static string NameOf(List<DocumentEntry> documents)
        => documents.Count > 0 && Path.GetFileName(CommonFolder.Of(documents.Select(static document => document.Source))) is { Length: > 0 } name ? name : "Documentation";
}

using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context.Chunks;

/// <summary>Divides context into chunks: as many whole pieces of sections, one after the other, as fit.</summary>
/// <param name="counter">Counts tokens.</param>
/// <param name="most">Most tokens of a chunk, the headings above it included.</param>
internal sealed class Chunker(ITokenCounter counter, int most)
{
    private readonly TokenMeter _meter = new(counter);

    /// <summary>The chunks of a text, in order.</summary>
    /// <param name="document">What the document is called.</param>
    /// <param name="text">The text, without front matter.</param>
    /// <param name="cancellation">Cancels it.</param>
    public List<Chunk> Split(string document, string text, CancellationToken cancellation)
    {
        var blocks = ContextReader.ReadMarkdown(SourceText.FromString(text), Formatter.Extensions, [], cancellation).Tree.Children;
        if (blocks.Count == 0)
        {
            return [];
        }

        var splitter = new SectionSplitter(_meter, most, document);
        var chunks = new List<(List<Piece> Pieces, string Text, int Tokens)>();
        var current = new List<Piece>();
        var tokens = 0;
        foreach (var piece in Section.Of(blocks).SelectMany(splitter.Split))
        {
            if (current.Count > 0 && tokens + piece.Tokens > most)
            {
                Close();
            }

            tokens += current.Count == 0 ? _meter.Of(splitter.Above(piece)) + piece.Tokens : piece.Tokens;
            current.Add(piece);
        }

        Close();
        return Placed(chunks, text);

        void Close()
        {
            // Tokens of parts are not exactly those of the whole.
            var left = new List<Piece>();
            var written = TextOf(current, splitter);
            while (current.Count > 1 && _meter.Of(written) > most)
            {
                left.Insert(0, current[^1]);
                current.RemoveAt(current.Count - 1);
                written = TextOf(current, splitter);
            }

            chunks.Add((current, written, _meter.Of(written)));
            current = left;
            tokens = left.Count == 0 ? 0 : _meter.Of(splitter.Above(left[0])) + left.Sum(static piece => piece.Tokens);
            if (tokens > most || (left.Count > 0 && tokens > 0 && _meter.Of(TextOf(left, splitter)) > most))
            {
                Close();
            }
        }
    }

    private static string TextOf(List<Piece> pieces, SectionSplitter splitter)
        => TokenMeter.TextOf([.. splitter.Above(pieces[0]), .. pieces.SelectMany(static piece => piece.Blocks)]);

    private List<Chunk> Placed(List<(List<Piece> Pieces, string Text, int Tokens)> chunks, string text)
    {
        var lines = new SourceLines(text);
        var last = text.AsSpan().Count('\n');
        var starts = chunks.Select(chunk => lines.At(Math.Max(0, chunk.Pieces[0].Start)).Line).ToList();
        starts[0] = 1;
        for (var i = 1; i < starts.Count; i++)
        {
            starts[i] = Math.Max(starts[i], starts[i - 1]);
        }

        return
        [
            .. chunks.Select((chunk, i) => new Chunk(
                chunk.Text,
                [.. chunk.Pieces[0].Section.Path.Select(static heading => PlainText.Of(heading.Children).Replace('\n', ' '))],
                [.. chunk.Pieces.Select(static piece => piece.Id)],
                chunk.Tokens,
                starts[i],
                i + 1 < starts.Count ? Math.Max(starts[i], starts[i + 1] - 1) : Math.Max(starts[i], last),
                chunk.Tokens > most)),
        ];
    }
}

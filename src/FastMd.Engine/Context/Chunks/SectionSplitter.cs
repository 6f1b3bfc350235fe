using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Chunks;

/// <summary>
/// Divides sections into pieces that fit in a chunk each. How a section is divided depends on nothing but the section and the headings above it, so
/// that an edit elsewhere leaves its pieces, and their ids, as they are.
/// </summary>
/// <param name="meter">Measures blocks.</param>
/// <param name="most">Most tokens of a chunk.</param>
/// <param name="document">What the document is called.</param>
internal sealed class SectionSplitter(TokenMeter meter, int most, string document)
{
    private readonly BlockSplitter _blocks = new(meter);

    /// <summary>The headings that are written above a piece: the innermost ones, as long as they leave half of the room.</summary>
    /// <param name="path">All headings above it.</param>
    public List<Node> Above(IReadOnlyList<HeadingNode> path)
    {
        var above = new List<Node>();
        var tokens = 0;
        for (var i = path.Count - 1; i >= 0; i--)
        {
            tokens += meter.Of([path[i]]);
            if (tokens > most / 2)
            {
                break;
            }

            above.Insert(0, path[i]);
        }

        return above;
    }

    /// <summary>The pieces of a section, in order.</summary>
    public List<Piece> Split(Section section)
    {
        var pieces = Split(section, most);

        // Tokens of parts are not exactly those of the whole.
        for (var limit = most - Math.Max(1, most / 20); pieces.Exists(IsTooLarge) && limit > most * 3 / 4; limit -= Math.Max(1, most / 20))
        {
            pieces = Split(section, limit);
        }

        return pieces;
    }

    /// <summary>Whether a piece has more tokens than it may, and could be divided.</summary>
    private bool IsTooLarge(Piece piece)
        => meter.Of(TokenMeter.TextOf([.. Above(piece), .. piece.Blocks])) > most
            && (piece.Blocks.Count > 1 || _blocks.Split(piece.Blocks[0], most / 2, most / 2).OfType<Node>().Count() > 1);

    /// <summary>The headings that are written above a piece where it begins a chunk.</summary>
    public List<Node> Above(Piece piece) => Above(piece.BeginsSection ? [.. piece.Section.Path.SkipLast(1)] : piece.Section.Path);

    private List<Piece> Split(Section section, int limit)
    {
        var pieces = new List<Piece>();
        List<Node> current = section.Heading is { } heading ? [heading] : [];
        var above = meter.Of(Above(section.Path));
        var tokens = above;
        foreach (var block in section.Blocks)
        {
            var size = meter.Of([block]);
            if (tokens + size <= limit)
            {
                current.Add(block);
                tokens += size;
                continue;
            }

            // Code and tables that fit are not divided, nor are items of lists.
            var isWhole = above + size <= limit && block is not (ListNode or Quote or Alert);
            var parts = isWhole && HasContent(current, section) ? [null, block] : _blocks.Split(block, isWhole ? limit - above : limit - tokens, limit - above);
            for (var i = 0; i < parts.Count; i++)
            {
                if (i > 0 && HasContent(current, section))
                {
                    Close();
                }

                if (parts[i] is { } part)
                {
                    current.Add(part);
                    tokens += meter.Of([part]);
                }
            }
        }

        if (current.Count > 0 || pieces.Count == 0)
        {
            Close();
        }

        return pieces;

        void Close()
        {
            pieces.Add(new(section, current, IdOf(section, current), meter.Of(current)));
            current = [];
            tokens = above;
        }
    }

    private static bool HasContent(List<Node> current, Section section) => current.Count > 1 || (current.Count == 1 && !ReferenceEquals(current[0], section.Heading));

    private string IdOf(Section section, List<Node> blocks)
    {
        var path = string.Join('\n', section.Path.Select(static heading => $"{heading.Level} {PlainText.Of(heading.Children)}"));
        return ContentHash.Of($"{document}\0{path}\0{TokenMeter.TextOf(blocks)}").Hex;
    }
}

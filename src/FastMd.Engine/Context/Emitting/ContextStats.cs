using System.Buffers;
using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Emitting;

/// <summary>How large a text is.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="Words">Runs of characters between white space.</param>
/// <param name="Characters">Characters, as code points.</param>
/// <param name="Tokens">Tokens.</param>
/// <param name="CodeBlocks">Blocks of code.</param>
/// <param name="Links">Links; images are none.</param>
/// <param name="Headings">Headings.</param>
internal sealed record ContextStats(int Lines, int Words, int Characters, int Tokens, int CodeBlocks, int Links, int Headings)
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\n\r\u00A0\u2028\u2029\u3000");

    /// <summary>Counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nodes">What it was written from.</param>
    /// <param name="counter">Counts tokens.</param>
    public static ContextStats Of(string text, List<Node> nodes, ITokenCounter counter)
    {
        var words = 0;
        var rest = text.AsSpan();
        while (rest.IndexOfAnyExcept(Space) is >= 0 and var start)
        {
            words++;
            rest = rest[start..];
            rest = rest.IndexOfAny(Space) is >= 0 and var end ? rest[end..] : [];
        }

        var characters = text.Length;
        for (rest = text; rest.IndexOfAnyInRange('\uDC00', '\uDFFF') is >= 0 and var low; rest = rest[(low + 1)..])
        {
            characters--;
        }

        var (code, links, headings) = (0, 0, 0);
        foreach (var node in Walk.All(nodes))
        {
            code += node is CodeNode ? 1 : 0;
            links += node is Link { IsImage: false } or Autolink ? 1 : 0;
            headings += node is HeadingNode ? 1 : 0;
        }

        return new(text.AsSpan().Count('\n'), words, characters, counter.Count(text), code, links, headings);
    }
}

using Markdig.Helpers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.References;

/// <summary>
/// Tells where in the source the text of a block of HTML stands, whose lines quotes and lists may indent there. Places asked for in order cost one pass.
/// </summary>
/// <param name="text">The text, as of <see cref="HtmlBlockText"/>.</param>
/// <param name="lineStarts">Where each line of it begins in the source.</param>
internal sealed class HtmlPlaces(string text, IReadOnlyList<int> lineStarts)
{
    private readonly SourceLines _lines = new(text);

    /// <summary>Where each line of a block begins in the text that was parsed.</summary>
    /// <param name="block">The block.</param>
    /// <param name="body">The text that was parsed.</param>
    public static int[] LineStarts(HtmlBlock block, string body)
    {
        var starts = new int[block.Lines.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = LineStart(block.Lines.Lines[i], body);
        }

        return starts;
    }

    /// <summary>Where a line of a block begins in the text that was parsed.</summary>
    public static int LineStart(StringLine line, string body)
    {
        if (ReferenceEquals(line.Slice.Text, body))
        {
            return line.Slice.Start;
        }

        // A tab of which a list took a part was made spaces; behind it the line is the source's.
        var rest = body.AsSpan(line.Position);
        var length = rest.IndexOfAny('\n', '\r') is >= 0 and var end ? end : rest.Length;
        return line.Position + length - line.Slice.Length;
    }

    /// <summary>Where in the source a place of the text is.</summary>
    public int OffsetOf(int place)
    {
        var (line, column) = _lines.At(place);
        return lineStarts[line - 1] + column - 1;
    }
}

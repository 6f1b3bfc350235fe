using Markdig.Helpers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>
/// The content of a cell with pipes behind backslashes. The backslash protects the pipe from the table only: inside a code span it would
/// be content, so it is taken out before the content is read.
/// </summary>
internal sealed class EscapedCell : ParagraphBlock
{
    private const string EscapedPipe = "\\|";

    private readonly StringSlice _source;

    public EscapedCell(StringSlice source)
    {
        _source = source;
        Lines = new(1);
        Lines.Add(new StringSlice(source.ToString().Replace(EscapedPipe, "|", StringComparison.Ordinal)));
    }

    public static bool Fits(StringSlice source) => source.AsSpan().Contains(EscapedPipe, StringComparison.Ordinal);

    /// <summary>The offset in the source of an offset in the content.</summary>
    public int SourceOffset(int offset)
    {
        var source = _source.AsSpan();
        var place = 0;
        for (; offset > 0 && place < source.Length; offset--)
        {
            place += source[place..].StartsWith(EscapedPipe) ? EscapedPipe.Length : 1;
        }

        return _source.Start + place;
    }
}

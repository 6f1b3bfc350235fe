using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Html;

/// <summary>Where tags, comments and the like can end at the latest in a text.</summary>
internal sealed class TagEnds
{
    private readonly int _tag;
    private readonly int _comment;
    private readonly int _instruction;
    private readonly int _characterData;

    /// <summary>The ends in a text.</summary>
    public TagEnds(StringSlice slice)
    {
        var text = slice.AsSpan();
        _tag = Last(">", text);
        _comment = Last("-->", text);
        _instruction = Last("?>", text);
        _characterData = Last("]]>", text);

        int Last(string end, ReadOnlySpan<char> text) => text.LastIndexOf(end) is >= 0 and var last ? slice.Start + last : -1;
    }

    /// <summary>Whether what begins a text may end in it.</summary>
    public bool HasEnd(StringSlice slice) => slice.Start < (slice.AsSpan() switch
    {
        ['<', '!', '-', '-', '>' or '-', ..] => _tag,
        ['<', '!', '-', '-', ..] => _comment,
        ['<', '?', ..] => _instruction,
        ['<', '!', '[', ..] => _characterData,
        _ => _tag,
    });
}

using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Links;

/// <summary>
/// Where titles in one kind of quotes end, and whether a link ends there. Many beginnings have the same end in common, which is looked for
/// once for all of them.
/// </summary>
/// <param name="quote">The character that ends such a title.</param>
internal sealed class TitleEnd(char quote)
{
    private int _from = -1;
    private int _end = -1;
    private bool _endsLink;

    /// <summary>Whether a title that begins at a place ends where a link may end.</summary>
    public bool EndsLink(StringSlice slice, int from)
    {
        if (_from < 0 || from < _from || from > _end)
        {
            _from = from;
            _end = Find(slice, from);
            _endsLink = _end <= slice.End && slice.Text.AsSpan(_end + 1, slice.End - _end).TrimStart().StartsWith(")");
        }

        return _endsLink;
    }

    private int Find(StringSlice slice, int from)
    {
        for (var i = from; i <= slice.End; i++)
        {
            if (slice.Text[i] == quote)
            {
                return i;
            }

            i += slice.Text[i] == '\\' ? 1 : 0;
        }

        return int.MaxValue;
    }
}

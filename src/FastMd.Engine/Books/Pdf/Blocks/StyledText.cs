using System.Text;
using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Text of one style.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Its style.</param>
/// <param name="Url">Where it leads; null where it is no link.</param>
internal readonly record struct Run(string Text, RunStyle Style, string? Url);

/// <summary>Styles that Markdown knows.</summary>
[Flags]
internal enum RunStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Code = 4,
}

/// <summary>The text of a block, put together from its lines.</summary>
internal sealed class StyledText
{
    private readonly StringBuilder _open = new();
    private readonly List<Run> _runs = [];
    private RunStyle _style;
    private string? _url;

    /// <summary>Its runs.</summary>
    public List<Run> Runs
    {
        get
        {
            Close();
            return _runs;
        }
    }

    public bool IsEmpty => _runs.Count == 0 && _open.Length == 0;

    /// <summary>The last character; NUL where there is none.</summary>
    public char Last => _open.Length > 0 ? _open[^1] : _runs.Count > 0 ? _runs[^1].Text[^1] : '\0';

    /// <summary>It without styles.</summary>
    public string Plain => Runs is [var only] ? only.Text : string.Concat(Runs.Select(static run => run.Text));

    /// <summary>Adds a line.</summary>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="links">The links of its page.</param>
    /// <param name="hyphens">Decides about words that are broken at the end of a line.</param>
    public void AddLine(List<Piece> pieces, List<PageLink> links, HyphenRule hyphens)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (i > 0)
            {
                if (TextLine.IsSpaceBetween(pieces[i - 1], piece))
                {
                    AddSpace();
                }
            }
            else if (!IsEmpty)
            {
                BreakLine(piece.Text, hyphens);
            }

            Add(piece.Shift == Shift.None ? piece.Text : Scripts.Of(piece), StyleOf(piece), piece.Link > 0 ? links[piece.Link - 1].Url : null);
        }
    }

    /// <summary>Adds text that goes on in another column or on another page.</summary>
    public void AddAll(StyledText other, HyphenRule hyphens)
    {
        for (var i = 0; i < other.Runs.Count; i++)
        {
            var run = other.Runs[i];
            if (i == 0)
            {
                BreakLine(run.Text, hyphens);
            }

            Add(run.Text, run.Style, run.Url);
        }
    }

    /// <summary>Leaves out what it begins with.</summary>
    public void Skip(int length)
    {
        Close();
        while (length > 0 && _runs.Count > 0)
        {
            var first = _runs[0];
            if (first.Text.Length > length)
            {
                _runs[0] = first with { Text = first.Text[length..] };
                return;
            }

            length -= first.Text.Length;
            _runs.RemoveAt(0);
        }
    }

    public void Add(string text, RunStyle style, string? url)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (style != _style || !string.Equals(url, _url, StringComparison.Ordinal))
        {
            Close();
            (_style, _url) = (style, url);
        }

        _open.Append(text);
    }

    private void Close()
    {
        if (_open.Length > 0)
        {
            _runs.Add(new(_open.ToString(), _style, _url));
            _open.Clear();
        }
    }

    private static RunStyle StyleOf(Piece piece)
        => (piece.IsBold ? RunStyle.Bold : 0) | (piece.IsItalic ? RunStyle.Italic : 0) | (piece.IsMonospaced ? RunStyle.Code : 0);

    private void AddSpace()
    {
        if (Last is not (' ' or '\n' or '\0'))
        {
            if (_open.Length > 0)
            {
                _open.Append(' ');
            }
            else
            {
                Add(" ", _style, _url);
            }
        }
    }

    private void BreakLine(string next, HyphenRule hyphens)
    {
        Close();
        if (_runs.Count == 0)
        {
            return;
        }

        var last = _runs[^1];
        var joined = hyphens.Join(last.Text, next);
        _runs[^1] = last with { Text = joined };
        if (joined.Length == 0)
        {
            _runs.RemoveAt(_runs.Count - 1);
        }
    }
}

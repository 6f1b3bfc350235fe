using System.Runtime.InteropServices;
using System.Text;
using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Joins glyphs that follow each other on a baseline.</summary>
/// <param name="links">The links of the page, in the frame of the glyphs.</param>
/// <param name="rulings">The lines drawn on it.</param>
internal sealed class PieceBuilder(List<PageLink> links, List<Box> rulings)
{
    /// <summary>A gap of more, in ems, is one between words.</summary>
    public const float WordGap = 0.14f;

    /// <summary>A gap of more, in ems, is one between columns, perhaps; it may still be one between words.</summary>
    public const float WideGap = 0.62f;

    /// <summary>Text that begins further back over what is before it, in ems, is not of one word with it.</summary>
    public const float Overlap = 0.15f;

    private const float SameLine = 0.12f;
    private const float SameSize = 0.06f;

    // Lines between cells, in points.
    private const float ShortestLine = 5;
    private const float ThickestLine = 3;

    private readonly List<Box> _lines = rulings.FindAll(static ruling => ruling.Width <= ThickestLine && ruling.Height >= ShortestLine);
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<string, List<Piece>> _shown = [];
    private Glyph _first;
    private Glyph _last;
    private float _right;
    private int _link;
    private bool _hasSpaceBefore;
    private bool _isSpacePending;

    /// <summary>The pieces of glyphs that have one direction, which is from left to right in their frame.</summary>
    public List<Piece> Build(List<Glyph> glyphs)
    {
        using var shown = new ShownGlyphs(glyphs.Count);
        foreach (ref readonly var glyph in CollectionsMarshal.AsSpan(glyphs))
        {
            if (glyph.Text is [' '] || shown.Add(glyph))
            {
                Add(glyph);
            }
        }

        End();
        return _pieces;
    }

    private void Add(in Glyph glyph)
    {
        if (glyph.Text is [' '])
        {
            _isSpacePending = true;
            return;
        }

        var link = links.Count > 0 ? LinkAt(glyph) : 0;
        var isRightToLeft = IsRightToLeft(glyph.Text);
        if (_text.Length > 0)
        {
            var em = Math.Max(1e-3f, Math.Max(glyph.Size, _last.Size));
            var gap = glyph.X - _right;
            var isSameLine = Math.Abs(glyph.Y - _last.Y) <= SameLine * em;
            if (isSameLine && Math.Abs(glyph.X - _last.X) < 0.1f * em && glyph.EndX > glyph.X && glyph.Text == _last.Text)
            {
                // Drawn twice, to look bold.
                return;
            }

            if (isSameLine && Accents.TryJoin(_text, glyph, _last, em))
            {
                _right = Math.Max(_right, glyph.EndX);
                return;
            }

            if (!isSameLine || gap < -Overlap * em || gap > WideGap * em || isRightToLeft || Math.Abs(glyph.Size - _last.Size) > SameSize * em || link != _link
                || !HasSameStyle(glyph.Font, _last.Font) || IsRightToLeft(_last.Text) || (_lines.Count > 0 && (_isSpacePending || gap > WordGap * em) && IsLineBetween(glyph)))
            {
                var isSpace = _isSpacePending;
                End();
                _isSpacePending = isSpace;
            }
            else if (_isSpacePending)
            {
                _text.Append(' ');
            }
            else if (gap > WordGap * em)
            {
                // Small text may stand in the gap.
                End();
            }
        }

        if (_text.Length == 0)
        {
            _first = glyph;
            _link = link;
            _right = glyph.EndX;
            _hasSpaceBefore = _isSpacePending;
        }

        _isSpacePending = false;
        _text.Append(glyph.Text);
        _last = glyph;
        _right = Math.Max(_right, glyph.EndX);
    }

    private void End()
    {
        if (_text.Length > 0)
        {
            var piece = new Piece(_text.ToString().TrimEnd(), _first.Font, _first.X, _right, _first.Y, _first.Size, _link)
            {
                HasSpaceBefore = _hasSpaceBefore,
                HasSpaceAfter = _isSpacePending,
                IsRightToLeft = IsRightToLeft(_first.Text),
            };
            if (piece.Text.Length > 0 && !IsShownAlready(piece))
            {
                _pieces.Add(piece);
            }

            _text.Clear();
        }

        _isSpacePending = false;
    }

    /// <summary>Whether the same text stands at nearly the same place: a shadow, or bold letters made of thin ones.</summary>
    private bool IsShownAlready(Piece piece)
    {
        if (!_shown.TryGetValue(piece.Text, out var same))
        {
            _shown.Add(piece.Text, [piece]);
            return false;
        }

        foreach (var other in same)
        {
            if (Math.Abs(other.Left - piece.Left) < 0.15f * piece.Size && Math.Abs(other.Y - piece.Y) < 0.15f * piece.Size)
            {
                return true;
            }
        }

        if (same.Count < 64)
        {
            same.Add(piece);
        }

        return false;
    }

    private bool IsLineBetween(in Glyph glyph)
    {
        var y = glyph.Y + (0.3f * glyph.Size);
        foreach (var line in _lines)
        {
            if (line.Left >= _right - 1 && line.Right <= glyph.X + 1 && line.Bottom <= y && line.Top >= y)
            {
                return true;
            }
        }

        return false;
    }

    private int LinkAt(in Glyph glyph)
    {
        var x = (glyph.X + glyph.EndX) / 2;
        var y = glyph.Y + (glyph.Size * 0.3f);
        for (var i = 0; i < links.Count; i++)
        {
            if (links[i].Area.Contains(x, y))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool HasSameStyle(FontFace one, FontFace other)
        => ReferenceEquals(one, other) || (one.IsBold == other.IsBold && one.IsItalic == other.IsItalic && one.IsMonospaced == other.IsMonospaced);

    private static bool IsRightToLeft(string text)
        => text.Length > 0 && text[0] is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');
}

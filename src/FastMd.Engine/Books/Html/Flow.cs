using System.Text;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>
/// Puts blocks together of text and blocks as they come. Space is collapsed as on a page, and stands outside of marks; what is open around a
/// paragraph is open again in the next.
/// </summary>
internal sealed class Flow
{
    private readonly FlowAnchors _anchors;
    private readonly bool _isOneLine;
    private readonly List<Wrapper> _active = [];
    private readonly List<(Wrapper Wrapper, List<Node> Children)> _open = [];
    private readonly StringBuilder _text = new();
    private List<Node> _paragraph = [];
    private CodeSpan? _code;
    private bool _hasSpace;
    private bool _hasDollars;
    private int _breaks;

    /// <summary>A flow.</summary>
    /// <param name="anchors">The ids that wait for text.</param>
    /// <param name="isOneLine">Whether it holds text only: what would be blocks are words of one line.</param>
    /// <param name="outer">What it stands in: its marks hold here, too.</param>
    public Flow(FlowAnchors anchors, bool isOneLine = false, Flow? outer = null)
    {
        _anchors = anchors;
        _isOneLine = isOneLine;
        if (outer is not null)
        {
            // A heading is a link where it stands in one, and bold as it is.
            _active.AddRange(isOneLine ? outer._active.Where(static wrapper => wrapper.IsLink) : outer._active);
        }
    }

    /// <summary>The blocks so far.</summary>
    public List<Node> Blocks { get; } = [];

    private List<Node> Innermost => _open.Count > 0 ? _open[^1].Children : _paragraph;

    private bool IsEmpty => _paragraph.Count == 0 && _text.Length == 0;

    /// <summary>Whether nothing was added yet, or nothing since the last block.</summary>
    public bool IsAtStart => IsEmpty;

    /// <summary>Whether a mark is open.</summary>
    public bool IsIn(Func<Wrapper, bool> which) => _active.Exists(wrapper => which(wrapper));

    /// <summary>Has what follows stand in something.</summary>
    public void Enter(Wrapper wrapper) => _active.Add(wrapper);

    /// <summary>Ends what was entered last.</summary>
    public void Leave() => _active.RemoveAt(_active.Count - 1);

    /// <summary>Adds text as it stands in the source.</summary>
    public void Text(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0':
                    _hasSpace = true;
                    continue;
                case '\u00AD' or '\uFEFF':
                    // Where a word may be divided is for the eye.
                    continue;
            }

            Prepare();
            _hasDollars |= c == '$';
            var rest = text.AsSpan(i);
            var length = rest.IndexOfAny(Stops) is > 0 and var stop ? stop : rest[0] == '$' ? 1 : rest.Length;
            _text.Append(rest[..length]);
            i += length - 1;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(" \t\n\r\f\u00A0\u00AD\uFEFF$");

    /// <summary>Adds what stands in text.</summary>
    public void Inline(Node node)
    {
        Prepare();
        EndText();
        if (node is CodeSpan code && Innermost is [.., CodeSpan before])
        {
            Innermost[^1] = new CodeSpan(before.Value + code.Value);
            return;
        }

        Innermost.Add(node);
    }

    /// <summary>Adds code, as it stands in the source.</summary>
    public void Code(string code)
    {
        var text = MarkupSearch.OneLine(code);
        if (text.Length == 0)
        {
            _hasSpace |= code.Length > 0;
            return;
        }

        _hasSpace |= char.IsWhiteSpace(code[0]);
        if (_hasSpace && _code is { } open && _text.Length == 0 && _breaks == 0 && !_anchors.HasAny && _open.Count == _active.Count && IsSame(_open.Count) && Innermost is [.., CodeSpan last] && last == open)
        {
            // It goes on in the same code.
            Innermost[^1] = _code = new CodeSpan($"{open.Value} {text}");
        }
        else
        {
            Inline(new CodeSpan(text));
            _code = Innermost[^1] as CodeSpan;
        }

        _hasSpace = char.IsWhiteSpace(code[^1]);
    }

    /// <summary>Begins code: what came before is other code, where space is between them.</summary>
    public void BeginCode() => _code = null;

    /// <summary>Ends a line.</summary>
    public void Break() => _breaks++;

    /// <summary>Has what follows begin a line.</summary>
    public void BeginLine()
    {
        if (!IsEmpty && _breaks == 0)
        {
            _breaks = 1;
        }
    }

    /// <summary>Adds a comment: a block by itself where a paragraph would begin with it.</summary>
    public void Comment(string text)
    {
        if (_isOneLine || !IsEmpty)
        {
            EndText();
            Innermost.Add(new InlineHtml(text));
            return;
        }

        Blocks.Add(new HtmlNode(text));
    }

    /// <summary>Ends the paragraph.</summary>
    public void EndParagraph()
    {
        if (_isOneLine)
        {
            _hasSpace = true;
            return;
        }

        _hasSpace = false;
        _breaks = 0;
        EndText();
        CloseTo(0);
        if (_paragraph.Count > 0)
        {
            Blocks.Add(new Paragraph { Children = Finished() });
            _paragraph = [];
        }
    }

    /// <summary>Adds a block.</summary>
    public void Block(Node block)
    {
        EndParagraph();
        if (_anchors.HasAny)
        {
            // What waits for text stands before what has none.
            Blocks.Add(new Paragraph { Children = _anchors.Take() });
        }

        Blocks.Add(block);
    }

    /// <summary>The text, where this holds nothing else; the last that may be asked for.</summary>
    public List<Node> TakeText()
    {
        EndText();
        CloseTo(0);
        var text = Finished();
        _paragraph = [];
        (_hasSpace, _breaks) = (false, 0);
        return text;
    }

    private List<Node> Finished()
    {
        var nodes = _hasDollars ? Dollars.Escaped(_paragraph) : _paragraph;
        _hasDollars = false;
        return nodes;
    }

    /// <summary>Closes what ended, writes the space or break that waits, and opens what began.</summary>
    private void Prepare()
    {
        if (_text.Length > 0 && !_hasSpace && _breaks == 0 && _open.Count == _active.Count && IsSame(_open.Count) && !_anchors.HasAny)
        {
            return;
        }

        if (_breaks > 1 && !_isOneLine && !IsEmpty)
        {
            EndParagraph();
        }

        var kept = 0;
        while (kept < _open.Count && kept < _active.Count && _open[kept].Wrapper == _active[kept])
        {
            kept++;
        }

        if (kept < _open.Count)
        {
            EndText();
            CloseTo(kept);
        }

        var isApart = _hasSpace || _breaks > 0;
        if (!IsEmpty && _breaks > 0 && !_isOneLine)
        {
            EndText();
            Innermost.Add(new HardBreak());
        }
        else if (!IsEmpty && isApart && !EndsWithBreak)
        {
            _text.Append(' ');
        }

        (_hasSpace, _breaks) = (false, 0);
        if (_anchors.HasAny)
        {
            EndText();
            Innermost.AddRange(_anchors.Take());
        }

        for (; kept < _active.Count; kept++)
        {
            EndText();
            Open(_active[kept], isApart);
        }
    }

    private bool EndsWithBreak => _text.Length == 0 && Innermost is [.., HardBreak];

    private bool IsSame(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_open[i].Wrapper != _active[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Open(Wrapper wrapper, bool isApart)
    {
        var parent = Innermost;
        if (wrapper.Tag is { } tag)
        {
            parent.Add(new InlineHtml($"<{tag}>"));
            _open.Add((wrapper, parent));
            return;
        }

        // Emphasis that follows emphasis goes on.
        if (wrapper.Kind is { } kind && !isApart && parent is [.., Emphasis before] && before.Kind == kind)
        {
            _open.Add((wrapper, before.Children));
            return;
        }

        var made = wrapper.Make();
        parent.Add(made);
        _open.Add((wrapper, made.Children));
    }

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            var (wrapper, _) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (wrapper.Tag is { } tag)
            {
                Innermost.Add(new InlineHtml($"</{tag}>"));
            }
        }
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            Innermost.Add(new Text(_text.ToString()));
            _text.Clear();
        }
    }
}

using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>What the scanners ask for.</content>
internal sealed partial class ScriptParser
{
    private FragmentBuilder _fragment = new();

    /// <summary>Offset of the token that has not been read any more: after an expression, of its closing brace.</summary>
    public int StoppedAt => _tokens.Start;

    /// <summary>Whether that token is a closing brace.</summary>
    public bool StoppedAtBrace => _tokens.Kind == TokenKind.BraceClose;

    /// <summary>Reads the expression after an opening brace. Null if there is only space and comments.</summary>
    public CodeFragment? ReadExpression()
    {
        _tokens.Next();
        if (_tokens.Kind == TokenKind.BraceClose)
        {
            return null;
        }

        var node = ParseExpression();
        return _fragment.Build(_tokens.Text, node.Start, node.End, node);
    }

    /// <summary>Reads properties after an opening brace, up to the closing one.</summary>
    public List<Node?> ReadProperties()
    {
        _tokens.Next();
        var cover = new Cover();
        var properties = ParseProperties(isPattern: false, cover);
        RequireValue(cover);
        return properties;
    }

    /// <summary>What has been read, as code.</summary>
    public CodeFragment FragmentOf(int start, int end) => _fragment.Build(_tokens.Text, start, end);

    /// <summary>Reads what stands in braces in JSX. Null if there is only space and comments.</summary>
    private CodeFragment? ParseContained()
    {
        _tokens.Next();
        if (_tokens.Kind == TokenKind.BraceClose)
        {
            return null;
        }

        return ParseFragment(isList: true);
    }

    private CodeFragment ParseFragment(bool isList)
    {
        var (outer, elements) = (_fragment, _elements);
        (_fragment, _elements) = (new(), 0);
        var node = isList ? ParseExpression() : ParseAssignment();
        var fragment = _fragment.Build(_tokens.Text, node.Start, node.End, node);
        outer.Awaits |= _fragment.Awaits;
        (_fragment, _elements) = (outer, elements);
        return fragment;
    }

    /// <summary>An element in code, where none is a child.</summary>
    private Node ParseJsx()
    {
        var element = ParseElement();
        _fragment.Add(element);
        _tokens.Next();
        if (_tokens.Kind == TokenKind.Relation && _tokens.Text[_tokens.Start] == '<' && _tokens.End == _tokens.Start + 1)
        {
            _tokens.Fail(_tokens.Start, "Elements side by side must be put into one, or into `<>` and `</>`");
        }

        return new(NodeKind.Value, element.Start, element.End);
    }
}

using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>JSX: elements, attributes and children.</summary>
/// <param name="grammar">The grammar it is part of.</param>
internal sealed class JsxParser(Grammar grammar)
{
    private readonly Tokenizer _tokens = grammar.Tokens;
    private readonly NestingGuard _nesting = grammar.Nesting;

    /// <summary>Parses an element where an expression stands.</summary>
    public Node ParseJsx()
    {
        var element = ParseElement(isNested: false);
        grammar.Fragments.Current.Add(element);
        _tokens.Next();
        if (_tokens.Kind == TokenKind.Relation && _tokens.Text[_tokens.Start] == '<' && _tokens.End == _tokens.Start + 1)
        {
            _tokens.Fail(_tokens.Start, "Elements side by side must be put into one, or into `<>` and `</>`");
        }

        return new(NodeKind.Value, element.Start, element.End);
    }

    /// <summary>Parses an element from the start of its tag; its last angle bracket is then the token.</summary>
    /// <param name="isNested">Whether it is in another element: among the children, or the value of an attribute.</param>
    private JsxElement ParseElement(bool isNested)
    {
        var start = _tokens.Start;
        _tokens.NextInTag();
        return ParseElementAfterBracket(start, isNested);
    }

    private JsxElement ParseElementAfterBracket(int start, bool isNested)
    {
        _nesting.Enter();
        _tokens.EnterBrackets();
        var name = ParseElementName();
        var attributes = ParseAttributes();
        var isSelfClosing = _tokens.Kind == TokenKind.Slash;
        if (isSelfClosing)
        {
            _tokens.NextInTag();
        }

        if (_tokens.Kind != TokenKind.JsxTagEnd)
        {
            _tokens.FailUnexpected();
        }

        IReadOnlyList<JsxNode> children = isSelfClosing ? [] : ParseChildren(name, isNested);
        _tokens.LeaveBrackets();
        _nesting.Leave();
        var jsxName = name.Length == 0 ? default(JsxName?) : JsxName.Parse(name);
        return new(jsxName, attributes, children)
        {
            Start = start,
            End = _tokens.End,
            IsBound = jsxName is { Kind: JsxNameKind.Component or JsxNameKind.Member } known && grammar.Scopes.IsDeclared(known.Root),
            Function = grammar.Context.Outermost,
        };
    }

    private List<JsxNode> ParseChildren(string name, bool isNested)
    {
        var children = new List<JsxNode>();
        while (true)
        {
            _tokens.NextChild();
            switch (_tokens.Kind)
            {
                case TokenKind.JsxText:
                    if (JsxWhiteSpace.Collapse(_tokens.Value) is { Length: > 0 } text)
                    {
                        children.Add(new JsxText(text));
                    }

                    break;
                case TokenKind.BraceOpen:
                    if (grammar.Fragments.ParseContained() is { } code)
                    {
                        children.Add(new JsxExpression(code));
                    }

                    if (_tokens.Kind != TokenKind.BraceClose)
                    {
                        _tokens.FailUnexpected();
                    }

                    _tokens.LeaveBrackets();
                    break;
                case TokenKind.JsxTagStart:
                    var start = _tokens.Start;
                    _tokens.NextInTag();
                    if (_tokens.Kind == TokenKind.Slash)
                    {
                        _tokens.NextInTag();
                        ParseClosingTag(start, name, isNested);
                        return children;
                    }

                    children.Add(ParseElementAfterBracket(start, isNested: true));
                    break;
                default:
                    _tokens.FailUnexpected();
                    break;
            }
        }
    }

    private void ParseClosingTag(int start, string name, bool isNested)
    {
        var closes = ParseElementName();
        if (_tokens.Kind != TokenKind.JsxTagEnd)
        {
            _tokens.FailUnexpected();
        }

        if (closes != name)
        {
            // An error in the next token is reported before this one.
            if (isNested)
            {
                _tokens.NextChild();
            }
            else
            {
                _tokens.Next();
            }

            _tokens.Fail(start, $"`</{closes}>` stands where `</{name}>` must close `<{name}>`");
        }
    }

    /// <summary>Reads a name; empty of a fragment.</summary>
    private string ParseElementName()
    {
        if (_tokens.Kind == TokenKind.JsxTagEnd)
        {
            return "";
        }

        var name = ParseNamespacedName();
        if (_tokens.Kind == TokenKind.Dot && name.Contains(':', StringComparison.Ordinal))
        {
            _tokens.FailUnexpected();
        }

        while (_tokens.Kind == TokenKind.Dot)
        {
            _tokens.NextInTag();
            name = $"{name}.{ParseJsxIdentifier()}";
        }

        return name;
    }

    private string ParseNamespacedName()
    {
        var name = ParseJsxIdentifier();
        if (_tokens.Kind != TokenKind.Colon)
        {
            return name;
        }

        _tokens.NextInTag();
        return $"{name}:{ParseJsxIdentifier()}";
    }

    private string ParseJsxIdentifier()
    {
        if (_tokens.Kind != TokenKind.JsxName)
        {
            _tokens.FailUnexpected();
        }

        var name = _tokens.Value;
        _tokens.NextInTag();
        return name;
    }

    private List<JsxAttribute> ParseAttributes()
    {
        var attributes = new List<JsxAttribute>();
        while (_tokens.Kind is not (TokenKind.Slash or TokenKind.JsxTagEnd))
        {
            attributes.Add(_tokens.Kind == TokenKind.BraceOpen ? ParseSpreadAttribute() : ParseAttribute());
        }

        return attributes;
    }

    private JsxAttribute ParseSpreadAttribute()
    {
        _tokens.Next();
        _tokens.Expect(TokenKind.Ellipsis);
        var code = grammar.Fragments.ParseFragment(allowsSequence: false);
        CloseBraceInTag();
        return new(null) { Code = code };
    }

    private JsxAttribute ParseAttribute()
    {
        var attribute = new JsxAttribute(ParseNamespacedName());
        if (_tokens.Kind != TokenKind.Assign)
        {
            return attribute;
        }

        _tokens.NextInTag();
        switch (_tokens.Kind)
        {
            case TokenKind.String:
                attribute = attribute with { Text = _tokens.Value };
                _tokens.NextInTag();
                return attribute;
            case TokenKind.BraceOpen:
                var start = _tokens.Start;
                var code = grammar.Fragments.ParseContained();
                if (code is null)
                {
                    CloseBraceInTag();
                    _tokens.Fail(start, "The value of an attribute cannot be empty");
                }

                CloseBraceInTag();
                return attribute with { Code = code };
            case TokenKind.Relation or TokenKind.Shift or TokenKind.CompoundAssign when _tokens.Text[_tokens.Start] == '<':
                _tokens.RescanAsTagStart();
                var element = ParseElement(isNested: true);
                _tokens.NextInTag();
                return attribute with { Element = element };
            default:
                _tokens.Fail(_tokens.Start, "The value of an attribute is a string, an expression in braces or an element");
                return attribute;
        }
    }

    private void CloseBraceInTag()
    {
        if (_tokens.Kind != TokenKind.BraceClose)
        {
            _tokens.FailUnexpected();
        }

        _tokens.LeaveBrackets();
        _tokens.NextInTag();
    }
}

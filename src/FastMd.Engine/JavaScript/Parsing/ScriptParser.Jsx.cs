using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>JSX.</content>
internal sealed partial class ScriptParser
{
    // How many elements are open in the expression that is being read.
    private int _elements;

    /// <summary>Reads an element from the start of its tag; leaves its last angle bracket as the token.</summary>
    private JsxElement ParseElement()
    {
        var start = _tokens.Start;
        _tokens.NextInTag();
        return ParseElementAfterBracket(start);
    }

    private JsxElement ParseElementAfterBracket(int start)
    {
        Descend();
        _tokens.EnterBrackets();
        _elements++;
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

        IReadOnlyList<JsxNode> children = isSelfClosing ? [] : ParseChildren(name);
        _elements--;
        _tokens.LeaveBrackets();
        Ascend();
        var jsxName = name.Length == 0 ? default(JsxName?) : JsxName.Parse(name);
        return new(jsxName, attributes, children)
        {
            Start = start,
            End = _tokens.End,
            IsBound = jsxName is { Kind: JsxNameKind.Component or JsxNameKind.Member } known && IsBound(known.Root),
            Function = _outermostFunction,
        };
    }

    private List<JsxNode> ParseChildren(string name)
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
                    if (ParseContained() is { } code)
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
                        ParseClosingTag(start, name);
                        return children;
                    }

                    children.Add(ParseElementAfterBracket(start));
                    break;
                default:
                    _tokens.FailUnexpected();
                    break;
            }
        }
    }

    private void ParseClosingTag(int start, string name)
    {
        var closes = ParseElementName();
        if (_tokens.Kind != TokenKind.JsxTagEnd)
        {
            _tokens.FailUnexpected();
        }

        if (closes != name)
        {
            // What follows has to be read first, for it may be worse.
            if (_elements > 1)
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
        var code = ParseFragment(isList: false);
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
                var code = ParseContained();
                if (code is null)
                {
                    CloseBraceInTag();
                    _tokens.Fail(start, "The value of an attribute cannot be empty");
                }

                CloseBraceInTag();
                return attribute with { Code = code };
            case TokenKind.Relation or TokenKind.Shift or TokenKind.CompoundAssign when _tokens.Text[_tokens.Start] == '<':
                _tokens.RescanAsTagStart();
                var element = ParseElement();
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

using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.JavaScript.Parsing;

/// <content>JSX.</content>
internal sealed partial class ScriptParser
{
    // How many elements are open in the expression that is being read.
    private int _elements;

    /// <summary>Reads an element from the start of its tag; leaves its last angle bracket as the token.</summary>
    private JsxElement ParseElement()
    {
        var start = Start;
        NextInTag();
        return ParseElementAfterBracket(start);
    }

    private JsxElement ParseElementAfterBracket(int start)
    {
        Descend();
        Open();
        _elements++;
        var name = ParseElementName();
        var attributes = ParseAttributes();
        var isSelfClosing = Kind == TokenKind.Slash;
        if (isSelfClosing)
        {
            NextInTag();
        }

        if (Kind != TokenKind.JsxTagEnd)
        {
            Unexpected();
        }

        IReadOnlyList<JsxNode> children = isSelfClosing ? [] : ParseChildren(name);
        _elements--;
        Close();
        Ascend();
        var jsxName = name.Length == 0 ? default(JsxName?) : JsxName.Parse(name);
        return new(jsxName, attributes, children)
        {
            Start = start,
            End = End,
            IsBound = jsxName is { Kind: JsxNameKind.Component or JsxNameKind.Member } known && IsBound(known.Root),
            Function = _outermostFunction,
        };
    }

    private List<JsxNode> ParseChildren(string name)
    {
        var children = new List<JsxNode>();
        while (true)
        {
            NextChild();
            switch (Kind)
            {
                case TokenKind.JsxText:
                    if (JsxWhiteSpace.Collapse(Value) is { Length: > 0 } text)
                    {
                        children.Add(new JsxText(text));
                    }

                    break;
                case TokenKind.BraceOpen:
                    if (ParseContained() is { } code)
                    {
                        children.Add(new JsxExpression(code));
                    }

                    if (Kind != TokenKind.BraceClose)
                    {
                        Unexpected();
                    }

                    Close();
                    break;
                case TokenKind.JsxTagStart:
                    var start = Start;
                    NextInTag();
                    if (Kind == TokenKind.Slash)
                    {
                        NextInTag();
                        ParseClosingTag(start, name);
                        return children;
                    }

                    children.Add(ParseElementAfterBracket(start));
                    break;
                default:
                    Unexpected();
                    break;
            }
        }
    }

    private void ParseClosingTag(int start, string name)
    {
        var closes = ParseElementName();
        if (Kind != TokenKind.JsxTagEnd)
        {
            Unexpected();
        }

        if (closes != name)
        {
            // What follows has to be read first, for it may be worse.
            if (_elements > 1)
            {
                NextChild();
            }
            else
            {
                Next();
            }

            Fail(start, $"`</{closes}>` stands where `</{name}>` must close `<{name}>`");
        }
    }

    /// <summary>Reads a name; empty of a fragment.</summary>
    private string ParseElementName()
    {
        if (Kind == TokenKind.JsxTagEnd)
        {
            return "";
        }

        var name = ParseNamespacedName();
        if (Kind == TokenKind.Dot && name.Contains(':', StringComparison.Ordinal))
        {
            Unexpected();
        }

        while (Kind == TokenKind.Dot)
        {
            NextInTag();
            name = $"{name}.{ParseJsxIdentifier()}";
        }

        return name;
    }

    private string ParseNamespacedName()
    {
        var name = ParseJsxIdentifier();
        if (Kind != TokenKind.Colon)
        {
            return name;
        }

        NextInTag();
        return $"{name}:{ParseJsxIdentifier()}";
    }

    private string ParseJsxIdentifier()
    {
        if (Kind != TokenKind.JsxName)
        {
            Unexpected();
        }

        var name = Value;
        NextInTag();
        return name;
    }

    private List<JsxAttribute> ParseAttributes()
    {
        var attributes = new List<JsxAttribute>();
        while (Kind is not (TokenKind.Slash or TokenKind.JsxTagEnd))
        {
            attributes.Add(Kind == TokenKind.BraceOpen ? ParseSpreadAttribute() : ParseAttribute());
        }

        return attributes;
    }

    private JsxAttribute ParseSpreadAttribute()
    {
        Next();
        Expect(TokenKind.Ellipsis);
        var code = ParseFragment(isList: false);
        CloseBraceInTag();
        return new(null) { Code = code };
    }

    private JsxAttribute ParseAttribute()
    {
        var attribute = new JsxAttribute(ParseNamespacedName());
        if (Kind != TokenKind.Assign)
        {
            return attribute;
        }

        NextInTag();
        switch (Kind)
        {
            case TokenKind.String:
                attribute = attribute with { Text = Value };
                NextInTag();
                return attribute;
            case TokenKind.BraceOpen:
                var start = Start;
                var code = ParseContained();
                if (code is null)
                {
                    CloseBraceInTag();
                    Fail(start, "The value of an attribute cannot be empty");
                }

                CloseBraceInTag();
                return attribute with { Code = code };
            case TokenKind.Relation or TokenKind.Shift or TokenKind.CompoundAssign when Text[Start] == '<':
                ReadAsTagStart();
                var element = ParseElement();
                NextInTag();
                return attribute with { Element = element };
            default:
                Fail(Start, "The value of an attribute is a string, an expression in braces or an element");
                return attribute;
        }
    }

    private void CloseBraceInTag()
    {
        if (Kind != TokenKind.BraceClose)
        {
            Unexpected();
        }

        Close();
        NextInTag();
    }
}

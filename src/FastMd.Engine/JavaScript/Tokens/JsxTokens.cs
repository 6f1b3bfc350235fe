
namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>The tokens of JSX that are no tokens of JavaScript: those in tags, and those between them.</summary>
internal static class JsxTokens
{
    /// <summary>Reads a token in a tag. <see cref="TokenKind.End"/> where it is none of JSX, and has to be read as one of JavaScript.</summary>
    /// <param name="source">The text, not at its end.</param>
    /// <param name="value">The name, or what the string means.</param>
    public static TokenKind ReadInTag(SourceCursor source, ref string value)
    {
        var c = source.Peek();
        if (c == '>')
        {
            source.Position++;
            return TokenKind.JsxTagEnd;
        }

        if (c is '"' or '\'')
        {
            value = ReadString(source, c);
            return TokenKind.String;
        }

        if (!Identifiers.IsStart(source.PeekCodePoint()))
        {
            return TokenKind.End;
        }

        Identifiers.SkipParts(source, alsoHyphens: true);
        value = source.Text[source.TokenStart..source.Position];
        return TokenKind.JsxName;
    }

    /// <summary>Reads a token between tags: text, the start of a tag or an opening brace.</summary>
    /// <param name="source">The text, not at its end.</param>
    /// <param name="value">What the text reads, character references decoded.</param>
    public static TokenKind ReadChild(SourceCursor source, ref string value)
    {
        var text = source.Rest;
        var length = text.IndexOfAny("<{>}");
        if (length < 0)
        {
            source.Position = source.Limit;
            source.Fail(source.TokenStart, "The element is not closed: add its closing tag");
        }

        var c = text[length];
        if (c is '>' or '}')
        {
            source.Position += length;
            source.Fail(source.Position, c == '>' ? "Write `&gt;` or `{\">\"}` for a `>` in text" : "Write `&rbrace;` or `{\"}\"}` for a `}` in text");
        }

        if (length == 0)
        {
            source.Position++;
            return c == '<' ? TokenKind.JsxTagStart : TokenKind.BraceOpen;
        }

        source.Position += length;
        value = JsxReferences.Decode(text[..length]);
        return TokenKind.JsxText;
    }

    private static string ReadString(SourceCursor source, char quote)
    {
        source.Position++;
        var text = source.Rest;
        var length = text.IndexOf(quote);
        if (length < 0)
        {
            source.Position = source.Limit;
            source.Fail(source.TokenStart, "The value is not closed: add a quote");
        }

        source.Position += length + 1;
        return JsxReferences.Decode(text[..length]);
    }
}

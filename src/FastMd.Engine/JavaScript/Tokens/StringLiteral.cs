using System.Text;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>String literals and the characters of templates.</summary>
internal static class StringLiteral
{
    /// <summary>Reads a literal from its opening quote; returns its value.</summary>
    public static string Read(SourceCursor source, char quote)
    {
        source.Position++;
        var from = source.Position;
        StringBuilder? value = null;
        while (true)
        {
            var length = source.Rest.IndexOfAny([quote, '\\', '\n', '\r']);
            source.Position = length < 0 ? source.Limit : source.Position + length;
            if (length < 0 || source.Peek() is '\n' or '\r')
            {
                source.Fail(source.TokenStart, "The string is not closed: add a quote");
            }

            if (source.Peek() == quote)
            {
                break;
            }

            value ??= new StringBuilder();
            value.Append(source.Text, from, source.Position - from);
            EscapeSequences.Read(source, value);
            from = source.Position;
        }

        var end = source.Position++;
        return value is null ? source.Text[from..end] : value.Append(source.Text, from, end - from).ToString();
    }

    /// <summary>Reads the characters of a template up to the next substitution, over its <c>${</c>, or up to the end. True at a substitution.</summary>
    /// <param name="source">The text.</param>
    /// <param name="isTagged">Whether the template is tagged, in which escape sequences may be malformed.</param>
    public static bool ReadTemplateCharacters(SourceCursor source, bool isTagged)
    {
        var start = source.Position;
        while (true)
        {
            var length = source.Rest.IndexOfAny('`', '$', '\\');
            source.Position = length < 0 ? source.Limit : source.Position + length;
            if (length < 0)
            {
                source.Fail(start, "The template is not closed: add a backtick");
            }

            switch (source.Peek())
            {
                case '`':
                    return false;
                case '$' when source.Peek(1) == '{':
                    source.Position += 2;
                    return true;
                case '$':
                    source.Position++;
                    break;
                default:
                    if (isTagged)
                    {
                        source.Position = Math.Min(source.Position + 2, source.Limit);
                    }
                    else
                    {
                        EscapeSequences.Read(source, value: null, template: start);
                    }

                    break;
            }
        }
    }
}

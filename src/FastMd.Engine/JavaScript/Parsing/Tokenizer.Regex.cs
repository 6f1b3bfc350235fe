namespace FastMd.Engine.JavaScript.Parsing;

/// <content>Regular expressions.</content>
internal partial class Tokenizer
{
    /// <summary>Reads the token again, which begins with a slash, as a regular expression.</summary>
    protected void ReadAsRegex()
    {
        _position = Start + 1;
        var from = _position;
        for (var inClass = false; ; _position++)
        {
            if (_position >= end || IsNewline(text[_position]))
            {
                Fail(from, "The regular expression is not closed: add `/`");
            }

            var c = text[_position];
            if (c == '\\')
            {
                _position++;
                if (_position >= end || IsNewline(text[_position]))
                {
                    Fail(from, "The regular expression is not closed: add `/`");
                }
            }
            else if (c == '/' && !inClass)
            {
                break;
            }
            else
            {
                inClass = c == '[' || (inClass && c != ']');
            }
        }

        var pattern = text.AsSpan(from, _position - from);
        _position++;
        var flagsStart = _position;
        var flags = ReadWord();
        if (IsEscaped)
        {
            Unexpected(flagsStart);
        }

        if (!RegexSyntax.HasValidFlags(flags))
        {
            Fail(from, "The flags of a regular expression are `d`, `g`, `i`, `m`, `s`, `u`, `v` and `y`, each once, and not `u` with `v`");
        }

        if (!RegexSyntax.IsBalanced(pattern))
        {
            Fail(from, "The brackets of the regular expression do not match");
        }

        Finish(TokenKind.Regex, 0);
    }
}

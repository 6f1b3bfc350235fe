namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Regular expression literals. Few rules of patterns are checked; the rest is for whoever runs them.</summary>
internal static class RegularExpressionLiteral
{
    /// <summary>Reads a literal from its opening slash.</summary>
    public static void Read(SourceCursor source)
    {
        source.Position++;
        var start = source.Position;
        SkipPattern(source);
        var pattern = source.Text.AsSpan(start, source.Position - start);
        source.Position++;
        var flagsStart = source.Position;
        Identifiers.SkipParts(source);
        if (source.Peek() == '\\')
        {
            Identifiers.ReadEscaped(source, flagsStart);
            source.FailUnexpected(flagsStart);
        }

        if (!HasValidFlags(source.Text.AsSpan(flagsStart, source.Position - flagsStart)))
        {
            source.Fail(start, "The flags of a regular expression are `d`, `g`, `i`, `m`, `s`, `u`, `v` and `y`, each once, and not `u` with `v`");
        }

        if (!IsBalanced(pattern))
        {
            source.Fail(start, "The brackets of the regular expression do not match");
        }
    }

    private static void SkipPattern(SourceCursor source)
    {
        var start = source.Position;
        for (var inClass = false; ; source.Position++)
        {
            RequireCharacter(source, start);
            var c = source.Peek();
            if (c == '\\')
            {
                source.Position++;
                RequireCharacter(source, start);
            }
            else if (c == '/' && !inClass)
            {
                return;
            }
            else
            {
                inClass = c == '[' || (inClass && c != ']');
            }
        }
    }

    private static void RequireCharacter(SourceCursor source, int start)
    {
        if (source.IsAtEnd || Trivia.IsLineTerminator(source.Peek()))
        {
            source.Fail(start, "The regular expression is not closed: add `/`");
        }
    }

    private static bool HasValidFlags(ReadOnlySpan<char> flags)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            if (!"dgimsuvy".Contains(flags[i], StringComparison.Ordinal) || flags[..i].Contains(flags[i]))
            {
                return false;
            }
        }

        return !(flags.Contains('u') && flags.Contains('v'));
    }

    /// <summary>Whether groups and classes are closed, and every quantifier has something to repeat.</summary>
    private static bool IsBalanced(ReadOnlySpan<char> pattern)
    {
        var depth = 0;
        var inClass = false;
        var canRepeat = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (inClass)
            {
                inClass = c != ']';
                i += c == '\\' ? 1 : 0;
                continue;
            }

            switch (c)
            {
                case '\\': i++; break;
                case '[': inClass = true; break;
                case '(': depth++; break;
                case ')' when --depth < 0: return false;
                case '*' or '+' or '?' when !canRepeat: return false;
            }

            if (c is '*' or '+' && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                i++;
            }
            else if (c == '?' && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                i++;
            }

            // What a group opens with, `?:` or `?<name>`, is no quantifier.
            if (c == '(' && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                i++;
            }

            canRepeat = c is not ('(' or '|' or '*' or '+' or '?' or '^');
        }

        return depth == 0 && !inClass;
    }
}

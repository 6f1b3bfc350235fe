namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>The few rules of regular expressions that are checked; the rest is for whoever runs them.</summary>
internal static class RegexSyntax
{
    public static bool HasValidFlags(ReadOnlySpan<char> flags)
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

    /// <summary>Whether groups and classes are closed, and no quantifier stands where there is nothing to repeat.</summary>
    public static bool IsBalanced(ReadOnlySpan<char> pattern)
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

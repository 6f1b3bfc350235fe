using System.Text;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// The indentation of an expression's later lines: two columns of it belong to the markup around. Where a template goes over several
/// lines the rest is part of its text; elsewhere it makes no difference.
/// </summary>
internal static class TemplateIndent
{
    /// <summary>How many columns belong to the markup.</summary>
    public const int Columns = 2;

    private const int TabWidth = 4;

    /// <summary>Whether indentation makes a difference in some code.</summary>
    public static bool Matters(ReadOnlySpan<char> code)
        => code.ContainsAny('\r', '\n') && (code.Contains('`') || (code.Contains('<') && HasStringOverLines(code)));

    /// <summary>Whether an attribute's string goes over lines; to read code twice that has none would take time for nothing.</summary>
    private static bool HasStringOverLines(ReadOnlySpan<char> code)
    {
        for (var equals = code.IndexOf('='); equals >= 0; equals = code.IndexOf('='))
        {
            code = code[(equals + 1)..].TrimStart();
            if (code is not ['"' or '\'', ..])
            {
                continue;
            }

            var length = code[1..].IndexOf(code[0]);
            if (length >= 0 && code.Slice(1, length).ContainsAny('\r', '\n'))
            {
                return true;
            }

            code = length < 0 ? code[1..] : code[(length + 2)..];
        }

        return false;
    }

    /// <summary>The code with the indentation that is its own, up to its closing brace and with it.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where its closing brace stands.</param>
    /// <param name="indent">The indentation a line had, where it has been taken off; null where it is still there.</param>
    public static string Of(string text, int start, int end, Func<int, string>? indent)
    {
        var code = new StringBuilder(end - start);
        for (var line = start; line <= end;)
        {
            var length = text.AsSpan(line, end - line).IndexOfAny('\r', '\n');
            var next = length < 0 ? end + 1 : line + length + (text.AsSpan(line + length).StartsWith("\r\n") ? 2 : 1);
            if (line > start)
            {
                line = AppendIndent(code, text, line, end, indent);
            }

            code.Append(text, line, next - line);
            line = next;
        }

        return code.ToString();
    }

    private static int AppendIndent(StringBuilder code, string text, int line, int end, Func<int, string>? indent)
    {
        if (indent is not null)
        {
            var before = indent(line);
            code.Append(before, Skip(before, 0, before.Length), before.Length - Skip(before, 0, before.Length));
            return line;
        }

        return Skip(text, line, end);
    }

    private static int Skip(string text, int offset, int end)
    {
        for (var column = 0; column < Columns && offset < end && text[offset] is ' ' or '\t'; offset++)
        {
            column += text[offset] == '\t' ? TabWidth : 1;
        }

        return offset;
    }
}

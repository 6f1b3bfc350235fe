using System.Buffers;
using System.Globalization;
using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>
/// Makes text that contains file names and pieces of documents safe to print on one line. The authors of those must not be able to start a line of
/// their own, control the terminal, reverse the direction of the text around it, or send commands to a build agent that reads the line: Azure
/// Pipelines obeys <c>##vso[...]</c> and GitHub Actions <c>##[...]</c> anywhere, and <c>::...</c> at the start of a line.
/// </summary>
internal static class OneLine
{
    // Line ends and controls of ASCII and Latin-1; line and paragraph separators; what turns the direction of writing.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), .. "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>Whether a text is one line that commands nothing.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(ReadOnlySpan<char> text) => !text.ContainsAny(Controls) && CommandIn(text) < 0;

    /// <summary>The text with control characters as escapes, and a space within what would be a command.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Is(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 8);
        var rest = text.AsSpan();
        for (var at = CommandIn(rest); at >= 0; at = CommandIn(rest))
        {
            Append(plain, rest[..(at + 1)]);
            plain.Append(' ');
            rest = rest[(at + 1)..];
        }

        Append(plain, rest);
        return plain.ToString();
    }

    /// <summary>Where the first command is; negative where there is none.</summary>
    private static int CommandIn(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(' ', '\t');
        if (first >= 0 && text[first..].StartsWith("::"))
        {
            return first;
        }

        for (var at = text.IndexOf("##"); at >= 0;)
        {
            if (text[(at + "##".Length)..].TrimStart("vsoVSO").StartsWith("["))
            {
                return at;
            }

            var next = text[(at + 1)..].IndexOf("##");
            at = next < 0 ? next : at + 1 + next;
        }

        return -1;
    }

    private static void Append(StringBuilder plain, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (Controls.Contains(character))
            {
                plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                plain.Append(character);
            }
        }
    }
}

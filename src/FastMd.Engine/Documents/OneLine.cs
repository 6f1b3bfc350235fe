using System.Buffers;
using System.Globalization;
using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>
/// Text that holds names of files and pieces of documents, in one line. Whoever chose those shall neither begin a line of their own nor
/// command a terminal.
/// </summary>
public static class OneLine
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>Whether a text is one line that holds no control characters.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(ReadOnlySpan<char> text) => !text.ContainsAny(Controls);

    /// <summary>The text with control characters as escapes.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Is(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }
}

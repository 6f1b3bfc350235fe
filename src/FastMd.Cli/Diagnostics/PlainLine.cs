using System.Buffers;
using System.Globalization;
using System.Text;

namespace FastMd.Cli.Diagnostics;

/// <summary>
/// Text for people that holds names of files and pieces of documents. Whoever chose those shall neither begin a line of their own nor
/// command a terminal, nor the agent of Azure Pipelines, which obeys <c>##vso[...]</c> wherever it stands.
/// </summary>
internal static class PlainLine
{
    private const string Command = "##vso[";
    private const string NoCommand = "# #vso[";

    private static readonly SearchValues<char> Suspect = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), '[']);

    /// <summary>Makes what a buffer holds from a place on one line.</summary>
    public static void Make(LineBuffer buffer, int start)
    {
        if (buffer.From(start).ContainsAny(Suspect))
        {
            var plain = Of(buffer.From(start).ToString());
            buffer.CutTo(start);
            buffer.Append(plain);
        }
    }

    /// <summary>The text in one line, with control characters as escapes.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspect))
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

        return plain.ToString().Replace(Command, NoCommand, StringComparison.OrdinalIgnoreCase);
    }
}

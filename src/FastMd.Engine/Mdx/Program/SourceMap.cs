using System.Text;
using System.Text.Json;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Source maps of version 3, as comments that browsers and bundlers read.</summary>
internal static class SourceMap
{
    /// <summary>What ends a line of JavaScript; CR and LF together end one.</summary>
    public const string LineEnds = "\n\r\u2028\u2029";

    /// <summary>The comment, a line of its own.</summary>
    /// <param name="source">The document.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mappings">Where the program comes from.</param>
    public static string Comment(string source, string name, string mappings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            json.WriteStartArray("sources");
            json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("sourcesContent");
            json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteStartArray("names");
            json.WriteEndArray();
            json.WriteString("mappings", mappings);
            json.WriteEndObject();
        }

        var encoded = Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
        return $"//# sourceMappingURL=data:application/json;charset=utf-8;base64,{encoded}\n";
    }

    /// <summary>The mappings of a program, as the format writes them.</summary>
    /// <param name="source">The document.</param>
    /// <param name="program">The program.</param>
    /// <param name="marks">Where it comes from, in the order of positions.</param>
    public static string Mappings(string source, ReadOnlySpan<char> program, IReadOnlyList<ScriptMark> marks)
    {
        var lines = new LineIndex(source);
        var mappings = new StringBuilder();
        var (seen, lineStart, lastColumn, last, lineHasMapping) = (0, 0, 0, new LinePosition(1, 1), false);
        foreach (var (position, offset) in marks)
        {
            // Programs have lines as long as their documents: each is read once.
            for (var end = program[seen..position].IndexOfAny(LineEnds); end >= 0; end = program[seen..position].IndexOfAny(LineEnds))
            {
                seen += end + (program[(seen + end)..].StartsWith("\r\n") ? 2 : 1);
                mappings.Append(';');
                (lineStart, lastColumn, lineHasMapping) = (seen, 0, false);
            }

            seen = position;
            var origin = lines.Of(offset);
            mappings.Append(lineHasMapping ? "," : "");
            Base64Vlq.Append(mappings, position - lineStart - lastColumn);
            Base64Vlq.Append(mappings, 0);
            Base64Vlq.Append(mappings, origin.Line - last.Line);
            Base64Vlq.Append(mappings, origin.Column - last.Column);
            (lastColumn, last, lineHasMapping) = (position - lineStart, origin, true);
        }

        return mappings.ToString();
    }
}

/// <summary>Numbers as source maps write them: five bits a character, the lowest first, the sign the lowest of all.</summary>
internal static class Base64Vlq
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BitsPerDigit = 5, Continues = 1 << BitsPerDigit;

    public static void Append(StringBuilder output, int value)
    {
        var rest = value < 0 ? (-(long)value << 1) | 1 : (long)value << 1;
        do
        {
            var digit = (int)(rest & (Continues - 1));
            rest >>= BitsPerDigit;
            output.Append(Digits[rest > 0 ? digit | Continues : digit]);
        }
        while (rest > 0);
    }
}

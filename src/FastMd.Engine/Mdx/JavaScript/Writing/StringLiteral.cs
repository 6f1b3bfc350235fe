using System.Buffers;
using System.Globalization;
using System.Text;

namespace FastMd.Engine.Mdx.JavaScript.Writing;

/// <summary>String literals, in double quotes, that mean the same in every encoding of the file.</summary>
internal static class StringLiteral
{
    // What never needs an escape; the rest is looked at one by one.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', '\u007F', '\u2028', '\u2029', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static void Append(StringBuilder output, ReadOnlySpan<char> value)
    {
        output.Append('"');
        while (value.Length > 0)
        {
            var plain = value.IndexOfAny(Suspects);
            if (plain < 0)
            {
                output.Append(value);
                break;
            }

            output.Append(value[..plain]);
            value = value[(plain + AppendSuspect(output, value[plain..]))..];
        }

        output.Append('"');
    }

    private static int AppendSuspect(StringBuilder output, ReadOnlySpan<char> value)
    {
        var c = value[0];
        switch (c)
        {
            case '"': output.Append("\\\""); break;
            case '\\': output.Append("\\\\"); break;
            case '\n': output.Append("\\n"); break;
            case '\r': output.Append("\\r"); break;
            case '\t': output.Append("\\t"); break;
            case '\b': output.Append("\\b"); break;
            case '\f': output.Append("\\f"); break;
            default:
                if (value.Length > 1 && char.IsSurrogatePair(c, value[1]))
                {
                    output.Append(value[..2]);
                    return 2;
                }

                output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                break;
        }

        return 1;
    }
}

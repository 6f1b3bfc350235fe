using System.Globalization;

namespace FastMd.Engine.Resources.Linux;

/// <summary>Takes the kernel's texts apart. Made by hand: a probe is made at the start, where every generic helper is compiled first.</summary>
internal static class Fields
{
    /// <summary>Takes the part up to a separator off the front of a text.</summary>
    public static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, char separator)
    {
        var end = text.IndexOf(separator);
        var field = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return field;
    }

    /// <summary>A whole number, with nothing around it but blanks and the line's end.</summary>
    public static long? Number(ReadOnlySpan<char> text)
        => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}

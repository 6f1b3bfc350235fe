using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FastMd.Engine.Documents;

/// <summary>The YAML 1.2 core schema: which plain scalars are null, booleans or numbers. Dates stay text.</summary>
internal static class YamlScalars
{
    public static object? Resolve(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || scalar.Tag is { IsEmpty: false, Value: "tag:yaml.org,2002:str" or "!" })
        {
            return text;
        }

        return ResolvePlain(text);
    }

    /// <summary>What a plain scalar without a tag stands for.</summary>
    public static object? ResolvePlain(string text)
        => text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            ".nan" or ".NaN" or ".NAN" => double.NaN,
            ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => double.PositiveInfinity,
            "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
            _ => Number(text) ?? text,
        };

    private static object? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && hex >= 0 ? hex : null;
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Octal(text.AsSpan(2));
        }

        if (!char.IsAsciiDigit(text[^1]) && text[^1] != '.')
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        return char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'
            ? double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var real)
                ? real
                : null
            : null;
    }

    private static long? Octal(ReadOnlySpan<char> digits)
    {
        const int LongestInSixtyThreeBits = 21;
        if (digits.Length is 0 or > LongestInSixtyThreeBits || digits.ContainsAnyExceptInRange('0', '7'))
        {
            return null;
        }

        var value = 0L;
        foreach (var digit in digits)
        {
            value = (value * 8) + (digit - '0');
        }

        return value;
    }
}

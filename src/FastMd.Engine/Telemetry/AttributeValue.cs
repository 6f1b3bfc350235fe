using System.Collections.Frozen;
using System.Text;

namespace FastMd.Engine.Telemetry;

/// <summary>How values of enumerations are written in attributes: in lower case, with underscores between words.</summary>
public static class AttributeValue
{
    /// <summary>An enumeration's value as an attribute has it. Costs a look-up and allocates nothing.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Names<TEnum>.Of.TryGetValue(value, out var name) ? name : "other";

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Of =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => Snake(value.ToString()));
    }
}

namespace FastMd.Engine.Telemetry;

/// <summary>How values of enumerations are written in attributes: in lower case, with underscores between words.</summary>
internal static class AttributeValue
{
    /// <summary>An enumeration's value as an attribute has it; <c>other</c> for one without a name. Allocates only the first time.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Array.IndexOf(Known<TEnum>.Values, value) is >= 0 and var index ? Known<TEnum>.Names[index] : "other";

    private static string Snake(string name)
        => string.Concat(name.Select((letter, at) => at > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : $"{letter}")).ToLowerInvariant();

    private static class Known<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly TEnum[] Values = Enum.GetValues<TEnum>();
        public static readonly string[] Names = Array.ConvertAll(Values, value => Snake(value.ToString()));
    }
}

namespace FastMd.Engine.Telemetry;

/// <summary>Names of the attributes that metrics and spans carry.</summary>
internal static class TelemetryAttributes
{
    /// <summary>What became of a document.</summary>
    public const string Status = "fastmd.status";

    /// <summary>The kind of a source document.</summary>
    public const string Format = "fastmd.format";

    /// <summary>The class of a document's size.</summary>
    public const string Tier = "fastmd.tier";

    /// <summary>Which cache was asked.</summary>
    public const string CacheName = "fastmd.cache.name";

    /// <summary>Whether workers have a document in progress.</summary>
    public const string WorkerState = "fastmd.worker.state";

    /// <summary>Path or name of a document.</summary>
    public const string Path = "fastmd.path";

    /// <summary>Bytes of a source.</summary>
    public const string InputSize = "fastmd.input.size";

    /// <summary>Bytes of an output.</summary>
    public const string OutputSize = "fastmd.output.size";

    /// <summary>Which attempt it is, from 1.</summary>
    public const string AttemptNumber = "fastmd.attempt.number";

    /// <summary>The code of the diagnostic that says why something failed.</summary>
    public const string ErrorType = "error.type";
}

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

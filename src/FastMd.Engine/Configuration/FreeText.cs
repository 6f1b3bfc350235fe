using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Text of some kind.</summary>
internal abstract class FreeText : SettingType<string>
{
    public override bool TryParse(string text, out string value)
    {
        value = text;
        return true;
    }

    public override bool TryRead(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String;
    }

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "string");
}

/// <summary>JSON for people: nothing is escaped that need not be, and lines end alike on every system.</summary>
internal static class JsonText
{
    /// <summary>What is wrong, without the place, which messages give in their own way.</summary>
    public static string Reason(JsonException invalid) => invalid.Message.Split(" Path:")[0].Split(" LineNumber:")[0];

    public static string Of(Action<Utf8JsonWriter> write, bool indented = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

/// <summary>Text of one line.</summary>
internal sealed class LineOfText : FreeText
{
    public override string Allowed => "text of one line, or nothing";

    public override bool IsValid(string value) => !value.AsSpan().ContainsAny('\r', '\n');
}

/// <summary>The address of a site.</summary>
internal sealed class SiteAddress : FreeText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\"'<>\\\t\r\n ?#");

    public override string Allowed => "an http or https address, or nothing";

    public override bool IsValid(string value)
        => value.Length == 0
            || (!value.AsSpan().ContainsAny(Refused)
                && (value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What JavaScript imports from: a package or a path.</summary>
internal sealed class ModuleName(bool mayBeEmpty) : FreeText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\"'\\*\r\n\u2028\u2029");

    public override string Allowed => mayBeEmpty ? "the name of a module, or nothing" : "the name of a module";

    public override bool IsValid(string value)
        => (mayBeEmpty || value.Length > 0) && !value.AsSpan().ContainsAny(Refused) && value.AsSpan().Trim().Length == value.Length;
}

/// <summary>A name in JavaScript.</summary>
internal sealed class ScriptName(bool mayBeEmpty, bool mayHaveDots = false) : FreeText
{
    // Modules are strict code. What follows a dot may be any word.
    private static readonly FrozenSet<string> Reserved =
        """
        arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for
        function if implements import in instanceof interface let new null package private protected public return static super switch
        this throw true try typeof var void while with yield
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public override string Allowed
        => (mayHaveDots ? "a name in JavaScript, or names with dots between them" : "a name in JavaScript") + (mayBeEmpty ? ", or nothing" : "");

    public override bool IsValid(string value)
        => value.Length == 0 ? mayBeEmpty : value.Split('.') is var parts && (mayHaveDots || parts.Length == 1) && parts.All(IsName) && !Reserved.Contains(parts[0]);

    private static bool IsName(string part)
        => part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(static character => char.IsLetterOrDigit(character) || character is '_' or '$');
}

/// <summary>An absolute http or https address, or nothing.</summary>
internal sealed class WebAddress : FreeText
{
    public override string Allowed => "an http or https address, or nothing";

    public override bool IsValid(string value)
        => value.Length == 0 || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", "^([Hh][Tt][Tt][Pp][Ss]?://.+)?$");
    }
}

/// <summary>Address of a script: absolute, or seen from the destination.</summary>
internal sealed class ScriptAddress : FreeText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\"'<>\\\t\r\n ");

    public override string Allowed => "an http or https address, a path in the destination, or nothing";

    public override bool IsValid(string value)
        => !value.AsSpan().ContainsAny(Refused)
            && (value.AsSpan(0, Math.Max(value.AsSpan().IndexOfAny(":/?#"), 0)) is var scheme
                && (value.Length == scheme.Length || value[scheme.Length] != ':'
                    || scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase)));
}

using System.Text.Json;

namespace FastMd.Engine.Configuration;

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

using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Rules of components, as a JSON object; empty for none.</summary>
internal sealed class ComponentRules : FreeText
{
    public const string SchemaFile = "components.schema.json";

    public override string Allowed => "a JSON object of rules by names of components, or nothing";

    public override bool TryRead(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.Object ? json.GetRawText() : "";
        return json.ValueKind == JsonValueKind.Object;
    }

    public override bool IsValid(string value) => value.Length == 0 || value.AsSpan().TrimStart() is ['{', ..];

    public override void Write(Utf8JsonWriter json, string value)
    {
        if (value.Length == 0)
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteRawValue(value);
        }
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteString("$ref", SchemaFile);
    }
}

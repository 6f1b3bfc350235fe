using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>The JSON schema (draft 2020-12) of <c>fastmd.json</c>, made from the table of settings.</summary>
internal static class SettingsSchema
{
    /// <summary>The schema's text; lines end in <c>\n</c>.</summary>
    public static string Text { get; } = JsonText.Of(Write, indented: true) + "\n";

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(SettingsFileReader.SchemaKey, "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "FastMd settings");
        json.WriteString("description", $"What {SettingsFile.FileName} may hold.");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject(SettingsFileReader.SchemaKey);
        json.WriteString("description", "Where this schema lies, for editors.");
        json.WriteString("type", "string");
        json.WriteEndObject();
        foreach (var setting in SettingsTable.All.Where(static setting => !setting.IsCommand))
        {
            json.WriteStartObject(setting.Key);
            json.WriteString("description", setting.Meaning);
            setting.WriteSchema(json);
            json.WritePropertyName("default");
            setting.Write(json, setting.DefaultValue);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastMd.Tests.Unit.Configuration;

/// <summary>As much of JSON schema as the settings' schema uses; a keyword it does not know fails the test.</summary>
internal static class SchemaCheck
{
    public static bool Allows(JsonElement schema, JsonElement value)
        => schema.EnumerateObject().All(keyword => Allows(schema, keyword.Name, keyword.Value, value));

    private static bool Allows(JsonElement schema, string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "$schema" or "title" or "description" or "default" => true,
        "type" => IsOf(rule.GetString()!, value),

        // The reader checks what stands in the other schema.
        "$ref" => true,
        "enum" => rule.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Allows(rule, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(),
        "properties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(member => !rule.TryGetProperty(member.Name, out var inner) || Allows(inner, member.Value)),
        "additionalProperties" => rule.GetBoolean() || value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
        _ => throw new NotSupportedException($"A keyword nobody checks: {keyword}."),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new NotSupportedException($"A type nobody checks: {type}."),
    };
}

using System.Text.Json;

namespace FastMd.Engine.Documents;

/// <summary>Reads front matter in JSON; comments and commas at the end of lists are passed over.</summary>
internal static class JsonFrontMatter
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = FrontMatterLimits.Depth,
    };

    /// <summary>The data; null where it is no object.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyDictionary<string, object?>? Read(ReadOnlyMemory<char> json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return ValueOf(document.RootElement) as IReadOnlyDictionary<string, object?>;
    }

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        _ => null,
    };

    private static Dictionary<string, object?> ObjectOf(JsonElement element)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            data[FrontMatterKeys.Intern(property.Name)] = ValueOf(property.Value);
        }

        return data;
    }
}

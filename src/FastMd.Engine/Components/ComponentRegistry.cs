using System.Collections.Frozen;
using System.Text.Json;

namespace FastMd.Engine.Components;

/// <summary>
/// What components become, by their names: those of Docusaurus, Starlight, Nextra, Mintlify and VitePress are built in, and users add their own.
/// It is data: docs/components.schema.json says how it is written.
/// </summary>
internal sealed class ComponentRegistry
{
    private const string Resource = "FastMd.Engine.Components.components.json";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly Lazy<FrozenDictionary<string, ComponentRule>> BuiltIn = new(static () => Read(ReadResource()).ToFrozenDictionary(StringComparer.Ordinal));

    private readonly Dictionary<string, ComponentRule> _own;

    private ComponentRegistry(Dictionary<string, ComponentRule> own) => _own = own;

    /// <summary>What is built in, and nothing else.</summary>
    public static ComponentRegistry Default { get; } = new([]);

    /// <summary>What is built in, and rules that go before it.</summary>
    /// <param name="json">The rules, as a JSON object: by name of a component a kind, or an object with it.</param>
    /// <exception cref="FormatException">It is no such object; the message says what is wrong.</exception>
    public static ComponentRegistry With(string json) => json.Length == 0 ? Default : new(Read(json));

    /// <summary>What a component becomes; null where nobody says.</summary>
    public ComponentRule? Find(string name) => _own.GetValueOrDefault(name) ?? BuiltIn.Value.GetValueOrDefault(name);

    private static Dictionary<string, ComponentRule> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().ToDictionary(static property => property.Name, RuleOf, StringComparer.Ordinal)
                : throw new FormatException("a JSON object is expected");
        }
        catch (Exception invalid) when (invalid is JsonException or ArgumentException)
        {
            throw new FormatException($"not valid JSON: {invalid.Message}", invalid);
        }
    }

    private static ComponentRule RuleOf(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.String)
        {
            return new(KindOf(property.Name, property.Value.GetString()!));
        }

        if (property.Value.ValueKind != JsonValueKind.Object || !property.Value.TryGetProperty("as", out var kind) || kind.ValueKind != JsonValueKind.String)
        {
            throw new FormatException($"'{property.Name}': a kind is expected, or an object whose \"as\" is one");
        }

        var rule = new ComponentRule(KindOf(property.Name, kind.GetString()!));
        foreach (var member in property.Value.EnumerateObject())
        {
            rule = member.Name switch
            {
                "as" => rule,
                "title" => rule with { Title = TextsOf(property.Name, member) },
                "titles" => rule with { Titles = TextsOf(property.Name, member)[0] },
                "link" => rule with { Link = TextsOf(property.Name, member) },
                "text" => rule with { Text = TextsOf(property.Name, member)[0] },
                "tone" => rule with { Tone = TextsOf(property.Name, member)[0] },
                "name" => rule with { Name = TextsOf(property.Name, member) },
                "source" => rule with { Source = TextsOf(property.Name, member)[0] },
                "open" => rule with { Open = TextsOf(property.Name, member)[0] },
                _ => throw new FormatException($"'{property.Name}': there is no '{member.Name}'; there are as, title, titles, link, text, tone, name, source and open"),
            };
        }

        return rule;
    }

    private static string[] TextsOf(string component, JsonProperty member)
    {
        var texts = member.Value.ValueKind switch
        {
            JsonValueKind.String => [member.Value.GetString()!],
            JsonValueKind.Array when member.Value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
                => member.Value.EnumerateArray().Select(static item => item.GetString()!).ToArray(),
            _ => [],
        };
        return texts.Length > 0 ? texts : throw new FormatException($"'{component}': '{member.Name}' is the name of a property, or a list of such");
    }

    private static ComponentKind KindOf(string component, string text)
        => Enum.TryParse<ComponentKind>(text, ignoreCase: true, out var kind) && kind.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)
            ? kind
            : throw new FormatException(
                $"'{component}': '{text}' is no kind; there are {string.Join(", ", Enum.GetNames<ComponentKind>().Select(static name => name.ToLowerInvariant()))}");

    private static string ReadResource()
    {
        using var resource = typeof(ComponentRegistry).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}

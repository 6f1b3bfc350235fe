using System.Text.RegularExpressions;

namespace FastMd.Engine.Books.Html;

/// <summary>The entities that a document declares itself. Those that would be read from other files stand for nothing.</summary>
internal sealed partial class XmlEntities
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public static XmlEntities None { get; } = new();

    /// <summary>The entities that a document type declares.</summary>
    /// <param name="type">The document type.</param>
    public static XmlEntities Declared(string type)
    {
        var entities = new XmlEntities();
        foreach (Match declaration in Declaration().Matches(type))
        {
            // The first declaration holds.
            var value = declaration.Groups["value"];
            entities._values.TryAdd(declaration.Groups["name"].Value, value.Success ? value.Value[1..^1] : "");
        }

        return entities;
    }

    /// <summary>What a name stands for.</summary>
    public bool TryGet(string name, out string value) => _values.TryGetValue(name, out value!);

    [GeneratedRegex("""<!ENTITY\s+(?<name>[\w.:-]+)\s+(?:(?<value>"[^"]*"|'[^']*')|(?:SYSTEM|PUBLIC)\b[^>]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}

using Tomlyn;
using Tomlyn.Parsing;

namespace FastMd.Engine.Documents;

/// <summary>Builds data from the events of a TOML parser. Dates and times stay text.</summary>
internal sealed class TomlFrontMatter
{
    private readonly TomlParser _parser;
    private readonly ICollection<Diagnostic> _diagnostics;

    private TomlFrontMatter(string toml, ICollection<Diagnostic> diagnostics)
    {
        _parser = TomlParser.Create(toml, new TomlParserOptions { DecodeScalars = true }, new TomlSerializerOptions { MaxDepth = FrontMatterLimits.Depth });
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="TomlException">It is no TOML.</exception>
    public static IReadOnlyDictionary<string, object?> Read(string toml, ICollection<Diagnostic> diagnostics)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        var reader = new TomlFrontMatter(toml, diagnostics);
        while (reader._parser.MoveNext())
        {
            if (reader._parser.Current.Kind == TomlParseEventKind.StartTable)
            {
                reader.ReadTable(data);
            }
        }

        return data;
    }

    private void ReadTable(Dictionary<string, object?> table)
    {
        while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndTable)
        {
            var key = FrontMatterKeys.Intern(_parser.Current.PropertyName!);
            var line = _parser.Current.Line;
            var known = table.TryGetValue(key, out var before);
            _parser.MoveNext();
            if (known && !IsMore(before))
            {
                _diagnostics.Add(Diagnostic.Warning(
                    DiagnosticCodes.FrontMatterDuplicateKey,
                    $"The front matter key '{key}' stands twice; the last one counts.",
                    line + FrontMatterBlock.FirstFencedLine - 1,
                    1));
                before = null;
            }

            table[key] = ReadValue(before);
        }
    }

    /// <summary>Whether a table, or an array of tables, goes on that was begun before.</summary>
    private bool IsMore(object? before) => (before, _parser.Current.Kind) is
        (Dictionary<string, object?>, TomlParseEventKind.StartTable) or (List<object?>, TomlParseEventKind.StartArray);

    private object? ReadValue(object? before)
    {
        var current = _parser.Current;
        switch (current.Kind)
        {
            case TomlParseEventKind.StartTable:
                var table = before as Dictionary<string, object?> ?? new(StringComparer.Ordinal);
                ReadTable(table);
                return table;
            case TomlParseEventKind.StartArray:
                var array = before as List<object?> ?? [];
                while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndArray)
                {
                    array.Add(ReadValue(null));
                }

                return array;
            case TomlParseEventKind.Integer:
                return current.GetInt64();
            case TomlParseEventKind.Float:
                return current.GetDouble();
            case TomlParseEventKind.Boolean:
                return current.GetBoolean();
            default:
                return current.StringValue;
        }
    }
}

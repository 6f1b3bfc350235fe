using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FastMd.Engine.Documents;

/// <summary>Builds data from YAML events, one at a time, and stops at the first one beyond a limit.</summary>
internal sealed class FrontMatterBuilder(IParser parser, ICollection<Diagnostic> diagnostics)
{
    private readonly Dictionary<AnchorName, (object? Value, int Count)> _anchors = [];
    private int _aliases;
    private int _values;

    public static int SourceLine(Mark mark) => (int)mark.Line + FrontMatterBlock.FirstFencedLine - 1;

    public static DocumentException Refused(string reason, int line, int column)
        => new(Diagnostic.Error(DiagnosticCodes.FrontMatterRefused, $"The front matter {reason}; simplify it.", line, column));

    /// <summary>The document's value; null where there is none.</summary>
    public object? Build()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var value = Value(depth: 0);
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return value;
    }

    private object? Value(int depth)
    {
        var before = _values;
        Charge(1);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Resolve(alias);
        }

        var current = parser.Consume<NodeEvent>();
        switch (current)
        {
            case Scalar scalar:
                return Anchored(scalar, YamlScalars.Resolve(scalar), before);
            case MappingStart start:
                return Anchored(start, Mapping(Deeper(depth, start)), before);
            case SequenceStart start:
                return Anchored(start, Sequence(Deeper(depth, start)), before);
            default:
                throw new YamlException(current.Start, current.End, $"Unexpected {current.GetType().Name}.");
        }
    }

    private Dictionary<string, object?> Mapping(int depth)
    {
        var mapping = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!.Start;
            var key = parser.TryConsume<Scalar>(out var scalar)
                ? FrontMatterKeys.Intern(scalar.Value)
                : throw new YamlException(at, at, "A key must be plain text.");
            if (mapping.ContainsKey(key))
            {
                diagnostics.Add(Diagnostic.Warning(
                    DiagnosticCodes.FrontMatterDuplicateKey,
                    $"The front matter key '{key}' stands twice; the last one counts.",
                    SourceLine(at),
                    (int)at.Column));
            }

            mapping[key] = Value(depth);
        }

        return mapping;
    }

    private List<object?> Sequence(int depth)
    {
        var sequence = new List<object?>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            sequence.Add(Value(depth));
        }

        return sequence;
    }

    private object? Resolve(AnchorAlias alias)
    {
        if (++_aliases > FrontMatterLimits.Aliases)
        {
            throw Refused($"has more than {FrontMatterLimits.Aliases} aliases", SourceLine(alias.Start), (int)alias.Start.Column);
        }

        if (!_anchors.TryGetValue(alias.Value, out var anchored))
        {
            throw new YamlException(alias.Start, alias.End, $"The alias '*{alias.Value}' has no anchor before it.");
        }

        Charge(anchored.Count);
        return anchored.Value;
    }

    private object? Anchored(NodeEvent node, object? value, int valuesBefore)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = (value, _values - valuesBefore);
        }

        return value;
    }

    private static int Deeper(int depth, NodeEvent at)
        => depth < FrontMatterLimits.Depth
            ? depth + 1
            : throw Refused($"nests deeper than {FrontMatterLimits.Depth} levels", SourceLine(at.Start), (int)at.Start.Column);

    private void Charge(int values)
    {
        _values += values;
        if (_values > FrontMatterLimits.Values)
        {
            throw Refused($"stands for more than {FrontMatterLimits.Values} values", FrontMatterBlock.FirstFencedLine, 1);
        }
    }
}

/// <summary>
/// What front matter may cost. Beyond these, YAML parsers overflow the stack or expand a few lines into gigabytes.
/// </summary>
internal static class FrontMatterLimits
{
    /// <summary>Characters between the fences.</summary>
    public const int Length = 64 * 1024;

    /// <summary>Levels of nested mappings and sequences.</summary>
    public const int Depth = 64;

    /// <summary>References to anchors.</summary>
    public const int Aliases = 100;

    /// <summary>Values in all, each counted as often as aliases repeat it.</summary>
    public const int Values = 100_000;
}

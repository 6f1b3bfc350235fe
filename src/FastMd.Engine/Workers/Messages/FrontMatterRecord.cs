using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Messages;

/// <summary>Front matter on its way between processes: mappings, sequences, null, bool, long, double and string, as <see cref="FrontMatter"/> gives them.</summary>
internal static class FrontMatterRecord
{
    // What the parsers allow, and some more.
    private const int MostDepth = 1000;

    private enum Form
    {
        Null,
        False,
        True,
        Whole,
        Real,
        Text,
        Sequence,
        Mapping,
    }

    public static void Write(RecordWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Number((long)Form.Null);
                break;
            case bool flag:
                writer.Number((long)(flag ? Form.True : Form.False));
                break;
            case long number:
                writer.Number((long)Form.Whole);
                writer.Number(number);
                break;
            case double number:
                writer.Number((long)Form.Real);
                writer.Fixed(BitConverter.DoubleToUInt64Bits(number));
                break;
            case string text:
                writer.Number((long)Form.Text);
                writer.Text(text);
                break;
            case IReadOnlyDictionary<string, object?> mapping:
                writer.Number((long)Form.Mapping);
                writer.Number(mapping.Count);
                foreach (var (key, entry) in mapping)
                {
                    writer.Text(key);
                    Write(writer, entry);
                }

                break;
            case IReadOnlyCollection<object?> sequence:
                writer.Number((long)Form.Sequence);
                writer.Number(sequence.Count);
                foreach (var entry in sequence)
                {
                    Write(writer, entry);
                }

                break;
            default:
                throw new InvalidOperationException($"Front matter holds no {value.GetType().Name}.");
        }
    }

    /// <summary>Front matter as a whole; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyDictionary<string, object?>? Read(ref RecordReader reader) => Value(ref reader, depth: 0) switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> mapping => mapping,
        _ => throw RecordReader.InvalidRecord(),
    };

    private static object? Value(ref RecordReader reader, int depth)
    {
        if (depth > MostDepth)
        {
            throw RecordReader.InvalidRecord();
        }

        switch ((Form)reader.Number())
        {
            case Form.Null:
                return null;
            case Form.False:
                return false;
            case Form.True:
                return true;
            case Form.Whole:
                return reader.Number();
            case Form.Real:
                return BitConverter.UInt64BitsToDouble(reader.Fixed());
            case Form.Text:
                return reader.Text();
            case Form.Sequence:
                return Sequence(ref reader, depth + 1);
            case Form.Mapping:
                return Mapping(ref reader, depth + 1);
            default:
                throw RecordReader.InvalidRecord();
        }
    }

    private static List<object?> Sequence(ref RecordReader reader, int depth)
    {
        var count = reader.Count();
        var sequence = new List<object?>();
        for (; count > 0; count--)
        {
            sequence.Add(Value(ref reader, depth));
        }

        return sequence;
    }

    private static Dictionary<string, object?> Mapping(ref RecordReader reader, int depth)
    {
        var mapping = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var count = reader.Count(); count > 0; count--)
        {
            mapping[FrontMatterKeys.Intern(reader.Text())] = Value(ref reader, depth);
        }

        return mapping;
    }
}

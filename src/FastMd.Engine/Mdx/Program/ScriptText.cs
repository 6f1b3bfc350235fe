using System.Buffers;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.Mdx.Program;

/// <summary>JavaScript that is being written.</summary>
/// <param name="capacity">How many characters there is room for at first.</param>
/// <param name="keepsMarks">Whether it is noted where what is written comes from.</param>
internal sealed class ScriptText(int capacity, bool keepsMarks = false) : IDisposable
{
    // What a string literal cannot hold as it is; surrogates, since one alone would not survive being encoded.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static value => (char)value), '"', '\\', '\u2028', '\u2029',
            .. Enumerable.Range(0xD800, 0x800).Select(static value => (char)value)]);

    private readonly PooledText _text = new(capacity);
    private readonly List<ScriptMark>? _marks = keepsMarks ? [] : null;

    public int Length => _text.Length;

    public ReadOnlySpan<char> Span => _text.Span;

    public ScriptText Append(scoped ReadOnlySpan<char> code)
    {
        _text.Append(code);
        return this;
    }

    /// <summary>Where what is written comes from, in order; empty where that is not noted.</summary>
    public IReadOnlyList<ScriptMark> Marks => _marks ?? [];

    /// <summary>Records where what is written next comes from.</summary>
    /// <param name="offset">The offset in the document; negative where it comes from none.</param>
    public ScriptText Mark(int offset)
    {
        if (_marks is not null && offset >= 0)
        {
            _marks.Add(new(_text.Length, offset));
        }

        return this;
    }

    /// <summary>Appends code that stands in the document, with a mark on each line and each word.</summary>
    /// <param name="code">The code.</param>
    /// <param name="offset">Its offset in the text it stands in.</param>
    /// <param name="origin">Translates offsets there into offsets in the document; null where the two are the same.</param>
    public ScriptText AppendMarked(scoped ReadOnlySpan<char> code, int offset, Func<int, int>? origin)
    {
        for (var i = 0; i < code.Length && _marks is not null; i++)
        {
            var isFirst = i == 0 || (SourceMap.LineEnds.Contains(code[i - 1]) && code[i] != '\n');
            if (isFirst || (Identifiers.IsPart(code[i]) && !Identifiers.IsPart(code[i - 1])))
            {
                var from = origin?.Invoke(offset + i) ?? offset + i;
                if (from >= 0)
                {
                    _marks.Add(new(_text.Length + i, from));
                }
            }
        }

        return Append(code);
    }

    /// <summary>Appends another script and its marks.</summary>
    public ScriptText Append(ScriptText other)
    {
        if (_marks is not null)
        {
            var length = _text.Length;
            _marks.AddRange(other.Marks.Select(mark => mark with { Position = mark.Position + length }));
        }

        return Append(other.Span);
    }

    public ScriptText Append(char code)
    {
        _text.Append(code);
        return this;
    }

    /// <summary>Appends a string literal.</summary>
    public ScriptText AppendString(scoped ReadOnlySpan<char> value)
    {
        _text.Append('"');
        for (var next = value.IndexOfAny(Escaped); next >= 0; next = value.IndexOfAny(Escaped))
        {
            _text.Append(value[..next]);
            value = value[(next + AppendEscaped(value[next..]))..];
        }

        _text.Append(value);
        _text.Append('"');
        return this;
    }

    /// <summary>Appends the key of a property: a name, or a string literal where it is no name in JavaScript.</summary>
    public ScriptText AppendName(string name) => Identifiers.IsName(name) ? Append(name) : AppendString(name);

    /// <summary>Appends what was written before.</summary>
    public ScriptText AppendOwn(int start, int length)
    {
        Span<char> own = length <= 128 ? stackalloc char[length] : new char[length];
        _text.Slice(start, length).CopyTo(own);
        return Append(own);
    }

    public ScriptText AppendNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, default, null);
        return Append(digits[..length]);
    }

    /// <summary>Appends names with commas between them.</summary>
    public ScriptText AppendJoined(IEnumerable<string> names)
    {
        var isFirst = true;
        foreach (var name in names)
        {
            Append(isFirst ? "" : ", ").Append(name);
            isFirst = false;
        }

        return this;
    }

    public void Dispose() => _text.Dispose();

    public override string ToString() => _text.ToString();

    private int AppendEscaped(scoped ReadOnlySpan<char> value)
    {
        switch (value[0])
        {
            case '"' or '\\':
                _text.Append('\\');
                _text.Append(value[0]);
                return 1;
            case '\n':
                _text.Append("\\n");
                return 1;
            case '\r':
                _text.Append("\\r");
                return 1;
            case '\t':
                _text.Append("\\t");
                return 1;
            case var high when char.IsHighSurrogate(high) && value.Length > 1 && char.IsLowSurrogate(value[1]):
                _text.Append(value[..2]);
                return 2;
            default:
                _text.Append("\\u");
                Span<char> digits = stackalloc char[4];
                ((int)value[0]).TryFormat(digits, out _, "x4", null);
                _text.Append(digits);
                return 1;
        }
    }
}

/// <summary>That what is written from here on comes from a place in the document.</summary>
/// <param name="Position">Where in what is written.</param>
/// <param name="Offset">The offset in the document.</param>
internal readonly record struct ScriptMark(int Position, int Offset);

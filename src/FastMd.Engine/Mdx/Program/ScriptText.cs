using System.Buffers;

namespace FastMd.Engine.Mdx.Program;

/// <summary>JavaScript that is being written.</summary>
internal sealed class ScriptText(int capacity) : IDisposable
{
    // What a string literal cannot hold as it is; surrogates, since one alone would not survive being encoded.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static value => (char)value), '"', '\\', '\u2028', '\u2029',
            .. Enumerable.Range(0xD800, 0x800).Select(static value => (char)value)]);

    private readonly PooledText _text = new(capacity);

    public int Length => _text.Length;

    public ReadOnlySpan<char> Span => _text.Span;

    public ScriptText Append(scoped ReadOnlySpan<char> code)
    {
        _text.Append(code);
        return this;
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

using System.Buffers;
using System.Globalization;

namespace FastMd.Cli.Diagnostics;

/// <summary>Lines that are put together in place: a tree has thousands, and a string for each would be all that is made for them.</summary>
internal sealed class LineBuffer : IBufferWriter<char>
{
    private const int LongestNumber = 11;

    private char[] _characters = new char[1024];

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>What there is from a place on.</summary>
    public ReadOnlySpan<char> From(int start) => _characters.AsSpan(start, Length - start);

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(int number)
    {
        number.TryFormat(GetSpan(LongestNumber), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Takes back what came after a place.</summary>
    public void CutTo(int length) => Length = length;

    /// <summary>Writes all there is.</summary>
    public void WriteTo(TextWriter writer) => writer.Write(_characters, 0, Length);

    public void Advance(int count) => Length += count;

    public Memory<char> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _characters.AsMemory(Length);
    }

    public Span<char> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _characters.AsSpan(Length);
    }

    private void Reserve(int count)
    {
        if (_characters.Length - Length < count)
        {
            Array.Resize(ref _characters, Math.Max(2 * _characters.Length, Length + count));
        }
    }
}

using System.Text;

namespace FastMd.Engine.Steps.Commands;

/// <summary>The end of what a command writes: all of it is read, and the last of it is kept.</summary>
internal sealed class OutputTail
{
    private const int Kept = 8 * 1024;

    private readonly byte[] _bytes = new byte[2 * Kept];
    private int _length;
    private bool _isCut;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    public void Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[Kept];
        while (stream.Read(buffer) is > 0 and var count)
        {
            lock (_bytes)
            {
                Append(buffer.AsSpan(0, count));
            }
        }
    }

    /// <summary>The lines that are kept, without empty ones.</summary>
    public IReadOnlyList<string> Lines()
    {
        lock (_bytes)
        {
            var lines = Encoding.UTF8.GetString(_bytes, 0, _length)
                .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

            // The first one may have lost its beginning.
            return _isCut && lines.Length > 1 ? lines[1..] : lines;
        }
    }

    private void Append(ReadOnlySpan<byte> more)
    {
        if (_length + more.Length > _bytes.Length)
        {
            var last = _bytes.AsSpan(_length - Kept, Kept);
            last.CopyTo(_bytes);
            (_length, _isCut) = (Kept, true);
        }

        more.CopyTo(_bytes.AsSpan(_length));
        _length += more.Length;
    }
}

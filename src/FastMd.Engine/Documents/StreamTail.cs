using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>The end of what a process writes: all of it is read, and the last of it is kept. Lines may be asked for while another thread reads.</summary>
/// <param name="keptBytes">How much is kept.</param>
internal sealed class StreamTail(int keptBytes)
{
    private readonly byte[] _bytes = new byte[2 * keptBytes];
    private int _length;
    private bool _isCut;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    public void Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[keptBytes];
        while (stream.Read(buffer) is > 0 and var count)
        {
            lock (_bytes)
            {
                Append(buffer.AsSpan(0, count));
            }
        }
    }

    /// <summary>The lines that are kept, without empty ones. One that lost its beginning is told only where there is no other.</summary>
    public IReadOnlyList<string> Lines()
    {
        lock (_bytes)
        {
            var count = Math.Min(_length, keptBytes);
            var lines = Encoding.UTF8.GetString(_bytes, _length - count, count)
                .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return (_isCut || count < _length) && lines.Length > 1 ? lines[1..] : lines;
        }
    }

    private void Append(ReadOnlySpan<byte> more)
    {
        if (_length + more.Length > _bytes.Length)
        {
            _bytes.AsSpan(_length - keptBytes, keptBytes).CopyTo(_bytes);
            (_length, _isCut) = (keptBytes, true);
        }

        more.CopyTo(_bytes.AsSpan(_length));
        _length += more.Length;
    }
}

using System.Text;

namespace FastMd.Engine.Workers.Launching;

/// <summary>Reads what a process writes to standard error, and keeps the end of it.</summary>
internal sealed class ErrorTail
{
    private const int KeptBytes = 4096;
    private const int StackBytes = 256 * 1024;

    private readonly byte[] _kept = new byte[KeptBytes];
    private readonly Thread _reader;
    private long _count;

    public ErrorTail(Stream errors)
    {
        _reader = new(() => Read(errors), StackBytes) { IsBackground = true, Name = "FastMd worker errors" };
        _reader.Start();
    }

    /// <summary>The last lines, once the process has ended.</summary>
    public string Lines(int most, TimeSpan patience)
    {
        _reader.Join(patience);
        lock (_kept)
        {
            var count = (int)Math.Min(_count, KeptBytes);
            var bytes = new byte[count];
            for (var i = 0; i < count; i++)
            {
                bytes[i] = _kept[(_count - count + i) % KeptBytes];
            }

            var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join(" / ", lines.TakeLast(most));
        }
    }

    private void Read(Stream errors)
    {
        var buffer = new byte[KeptBytes];
        try
        {
            while (errors.Read(buffer) is > 0 and var more)
            {
                lock (_kept)
                {
                    foreach (var value in buffer.AsSpan(0, more))
                    {
                        _kept[_count++ % KeptBytes] = value;
                    }
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // What was read is kept.
        }
    }
}

using System.Text;

namespace FastMd.Bench;

/// <summary>What a process writes to a stream, as it comes.</summary>
internal sealed class Captured : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly Task _end;
    private int _lines;
    private bool _isOver;

    public Captured(Stream stream) => _end = Task.Run(() => Read(stream));

    public string Text
    {
        get
        {
            lock (_bytes)
            {
                return Encoding.UTF8.GetString(_bytes.GetBuffer(), 0, (int)_bytes.Length);
            }
        }
    }

    /// <summary>Waits for so many lines; false where the stream ended before, or time is up.</summary>
    public bool WaitForLines(int count, TimeSpan time) => WaitFor(() => _lines >= count, time);

    /// <summary>Waits for a text; false where the stream ended before, or time is up.</summary>
    public bool WaitForText(string text, TimeSpan time) => WaitFor(() => Text.Contains(text, StringComparison.Ordinal), time);

    public bool WaitForEnd(TimeSpan time) => _end.Wait(time);

    public void Dispose() => _bytes.Dispose();

    private bool WaitFor(Func<bool> condition, TimeSpan time)
    {
        var until = DateTime.UtcNow + time;
        lock (_bytes)
        {
            while (!condition())
            {
                var left = until - DateTime.UtcNow;
                if (_isOver || left <= TimeSpan.Zero || !Monitor.Wait(_bytes, left))
                {
                    return condition();
                }
            }

            return true;
        }
    }

    private void Read(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        int count;
        do
        {
            count = stream.Read(buffer);
            lock (_bytes)
            {
                _bytes.Write(buffer, 0, count);
                _lines += buffer.AsSpan(0, count).Count((byte)'\n');
                _isOver = count == 0;
                Monitor.PulseAll(_bytes);
            }
        }
        while (count > 0);
    }
}

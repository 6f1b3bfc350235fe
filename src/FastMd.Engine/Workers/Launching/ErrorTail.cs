using FastMd.Engine.Documents;

namespace FastMd.Engine.Workers.Launching;

/// <summary>Reads what a process writes to standard error, and keeps the end of it.</summary>
internal sealed class ErrorTail
{
    private const int KeptBytes = 4096;
    private const int StackBytes = 256 * 1024;

    private readonly StreamTail _tail = new(KeptBytes);
    private readonly Thread _reader;

    public ErrorTail(Stream errors)
    {
        _reader = new(() => Read(errors), StackBytes) { IsBackground = true, Name = "FastMd worker errors" };
        _reader.Start();
    }

    /// <summary>The last lines, once the process has ended.</summary>
    public string Lines(int most, TimeSpan patience)
    {
        _reader.Join(patience);
        return string.Join(" / ", _tail.Lines().TakeLast(most));
    }

    private void Read(Stream errors)
    {
        try
        {
            _tail.Read(errors);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // What was read is kept.
        }
    }
}

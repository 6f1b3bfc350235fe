namespace FastMd.Engine.Resources.Linux;

/// <summary>Time of all processors, from <c>/proc/stat</c>.</summary>
internal sealed class ProcessorClock(SystemFiles files) : ICpuClock
{
    private const string Start = "cpu  ";
    private const int Idle = 3;
    private const int IoWait = 4;

    // user nice system idle iowait irq softirq steal; guest times, which follow, are part of user and nice.
    private const int Kinds = 8;

    /// <summary>How many processors the machine has.</summary>
    public int? Count()
    {
        var text = files.Text("/proc/stat").AsSpan();
        var count = 0;
        while (!text.IsEmpty)
        {
            var line = Fields.Take(ref text, '\n');
            count += line.Length > 3 && line.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(line[3]) ? 1 : 0;
        }

        return count > 0 ? count : null;
    }

    public CpuTicks? Read()
    {
        var text = files.Text("/proc/stat").AsSpan();
        var line = Fields.Take(ref text, '\n');
        if (!line.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        line = line[Start.Length..];
        var (total, idle, waiting) = (0L, 0L, 0L);
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (Fields.Number(Fields.Take(ref line, ' ')) is not { } ticks)
            {
                return null;
            }

            total += ticks;
            idle += kind is Idle or IoWait ? ticks : 0;
            waiting += kind is IoWait ? ticks : 0;
        }

        return new(total - idle, total, waiting);
    }
}

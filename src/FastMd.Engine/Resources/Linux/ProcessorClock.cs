using System.Globalization;

namespace FastMd.Engine.Resources.Linux;

/// <summary>Time of all processors, from <c>/proc/stat</c>.</summary>
internal sealed class ProcessorClock(SystemFiles files) : ICpuClock
{
    private const int Idle = 3;
    private const int IoWait = 4;

    // user nice system idle iowait irq softirq steal; guest times, which follow, are part of user and nice.
    private const int Kinds = 8;

    /// <summary>How many processors the machine has.</summary>
    public int? Count()
    {
        var count = 0;
        foreach (var line in files.Text("/proc/stat").AsSpan().EnumerateLines())
        {
            count += line.Length > 3 && line.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(line[3]) ? 1 : 0;
        }

        return count > 0 ? count : null;
    }

    public CpuTicks? Read()
    {
        var text = files.Text("/proc/stat") ?? "";
        if (!text.StartsWith("cpu ", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var ticks = text[..(end < 0 ? text.Length : end)]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(Kinds)
            .Select(field => long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1)
            .ToArray();
        if (ticks.Length <= IoWait || ticks.Contains(-1))
        {
            return null;
        }

        var total = ticks.Sum();
        return new(total - ticks[Idle] - ticks[IoWait], total, ticks[IoWait]);
    }
}

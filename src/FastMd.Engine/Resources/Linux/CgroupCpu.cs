namespace FastMd.Engine.Resources.Linux;

/// <summary>Processor time as a control group grants it: what its processes spent, of what the quota lets them spend.</summary>
/// <param name="quota">Processors' worth of time granted.</param>
/// <param name="usedMicroseconds">Reads what was spent.</param>
/// <param name="time">The clock.</param>
internal sealed class CgroupCpu(double quota, Func<long?> usedMicroseconds, TimeProvider time) : ICpuClock
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Processors' worth of time granted.</summary>
    public double Quota => quota;

    /// <summary>The tightest quota of the control groups around this process; null where there is none.</summary>
    public static CgroupCpu? Find(SystemFiles files, TimeProvider time)
    {
        if (ControlGroup.Find(files, "cpu") is not { } group)
        {
            return null;
        }

        double? tightest = null;
        var level = 0;
        for (var index = 0; index < group.Folders.Count; index++)
        {
            var folder = group.Folders[index];
            var quota = group.IsUnified ? UnifiedQuota(files, folder) : Version1Quota(files, folder);
            if (quota < (tightest ?? double.MaxValue))
            {
                (tightest, level) = (quota, index);
            }
        }

        return tightest is { } granted ? new(granted, Usage(files, group, level), time) : null;
    }

    public CpuTicks? Read() => usedMicroseconds() is { } used
        ? new(used, (long)(time.GetElapsedTime(_start).TotalMicroseconds * quota))
        : null;

    /// <summary><c>150000 100000</c>: so many microseconds in each period of so many; <c>max</c> for no quota.</summary>
    private static double? UnifiedQuota(SystemFiles files, string folder)
        => files.Text($"{folder}/cpu.max")?.Split(' ') is [var granted, var period]
            ? Ratio(Fields.Number(granted), Fields.Number(period))
            : null;

    private static double? Version1Quota(SystemFiles files, string folder)
        => Ratio(files.Number($"{folder}/cpu.cfs_quota_us"), files.Number($"{folder}/cpu.cfs_period_us"));

    private static Func<long?> Usage(SystemFiles files, ControlGroup group, int level)
    {
        if (group.IsUnified)
        {
            return () => KeyedNumbers.Find(files.Text($"{group.Folders[level]}/cpu.stat"), "usage_usec");
        }

        // Version 1 may account in a hierarchy of its own, laid out like that of the quotas.
        var accounts = ControlGroup.Find(files, "cpuacct");
        return accounts is { IsUnified: false } && level < accounts.Folders.Count
            ? () => files.Number($"{accounts.Folders[level]}/cpuacct.usage") / 1000
            : () => null;
    }

    private static double? Ratio(long? granted, long? period) => granted > 0 && period > 0 ? (double)granted.Value / period.Value : null;
}

namespace FastMd.Engine.Resources.Linux;

/// <summary>Linux, with or without control groups, version 1 and 2.</summary>
internal sealed class LinuxMachine : IMachine
{
    private const string MachineStall = "/proc/pressure/memory";

    private readonly SystemFiles _files;
    private readonly CgroupMemory _group;
    private readonly string _stallFile;

    public LinuxMachine(SystemFiles files, TimeProvider time, int processors)
    {
        _files = files;
        var group = ControlGroup.Find(files, "memory");
        _group = new(files, group);
        _stallFile = StallFileOf(files, group);
        var clock = new ProcessorClock(files);
        var quota = CgroupCpu.Find(files, time);
        var physical = Memory("MemTotal", files.Text("/proc/meminfo")) ?? RuntimeMemory.TotalBytes;
        Processors = clock;
        Quota = quota?.Read() is null ? null : quota;
        Limits = new(processors, quota?.Quota, Math.Min(physical, _group.LimitBytes ?? physical), _group.LimitBytes, clock.Count());
    }

    public MachineLimits Limits { get; }

    public ICpuClock Processors { get; }

    public ICpuClock? Quota { get; }

    public MemoryState ReadMemory()
    {
        var text = _files.Text("/proc/meminfo");
        return MemoryState.Of(Memory("MemAvailable", text), Memory("MemTotal", text)).Tighter(_group.Read()) with
        {
            Stall = StallFile.Some(_files.Text(_stallFile)),
        };
    }

    /// <summary>The control group's own, which tells of this process's neighbours in it only, else the machine's.</summary>
    private static string StallFileOf(SystemFiles files, ControlGroup? group)
    {
        var own = $"{group?.Folders[0]}/memory.pressure";
        return group is { IsUnified: true } && StallFile.Some(files.Text(own)) is not null ? own : MachineStall;
    }

    private static long? Memory(string key, string? text) => KeyedNumbers.Find(text, key) * SystemFiles.KiloByte;
}

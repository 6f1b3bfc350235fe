namespace FastMd.Engine.Resources.Linux;

/// <summary>Memory as the control groups around this process limit it.</summary>
internal sealed class CgroupMemory
{
    // What version 1 writes for no limit is the largest number of whole pages.
    private const long Unlimited = 1L << 60;

    private static readonly Names Unified = new("memory.max", "memory.current", "inactive_file");
    private static readonly Names Version1 = new("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");

    private readonly SystemFiles _files;
    private readonly Names _names;
    private readonly List<Level> _limited = [];

    public CgroupMemory(SystemFiles files, ControlGroup? group)
    {
        _files = files;
        _names = group is { IsUnified: false } ? Version1 : Unified;
        foreach (var folder in group?.Folders ?? [])
        {
            if (files.Number($"{folder}/{_names.Limit}") is > 0 and < Unlimited and var limit)
            {
                _limited.Add(new(folder, limit));
                LimitBytes = Math.Min(LimitBytes ?? limit, limit);
            }
        }
    }

    /// <summary>The tightest limit; null where there is none.</summary>
    public long? LimitBytes { get; }

    public MemoryState Read()
    {
        var state = default(MemoryState);
        foreach (var level in _limited)
        {
            state = state.Tighter(MemoryState.Of(Free(level), level.Limit));
        }

        return state;
    }

    /// <summary>What is left, file contents that nothing has asked for lately counted as free: the kernel drops those first.</summary>
    private long? Free(Level level)
    {
        var droppable = KeyedNumbers.Find(_files.Text($"{level.Folder}/memory.stat"), _names.InactiveFile) ?? 0;
        return level.Limit - (_files.Number($"{level.Folder}/{_names.Usage}") - droppable);
    }

    private sealed record Level(string Folder, long Limit);

    private sealed record Names(string Limit, string Usage, string InactiveFile);
}

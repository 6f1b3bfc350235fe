using System.Globalization;

namespace FastMd.Faults.Trees;

/// <summary>A file system in memory, mounted over a folder: one that can be made small, or read-only, at any moment.</summary>
internal sealed class MemoryDisk : IDisposable
{
    public const int BlockBytes = 4096;

    private const string Roomy = "size=1g,nr_inodes=100000";

    private readonly string _folder;

    private MemoryDisk(string folder) => _folder = folder;

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Obstacle
        => !OperatingSystem.IsLinux() ? "tmpfs is Linux's"
            : Environment.IsPrivilegedProcess ? null
            : "only root may mount a tmpfs";

    public static MemoryDisk Mount(string folder)
    {
        new Command("mount", "-t", "tmpfs", "-o", Roomy, "fastmd-faults", folder).Run();
        return new(folder);
    }

    /// <summary>Leaves room for so many blocks more than are in use.</summary>
    public void LeaveBlocks(long count) => Remount(string.Create(CultureInfo.InvariantCulture, $"size={(Used("-B4096", "--output=used") + count) * BlockBytes}"));

    /// <summary>Leaves so many inodes more than are in use.</summary>
    public void LeaveInodes(long count) => Remount(string.Create(CultureInfo.InvariantCulture, $"nr_inodes={Used("--output=iused") + count}"));

    public void Widen() => Remount("rw," + Roomy);

    /// <summary>Makes it read-only; false while something in it is open for writing.</summary>
    public bool TryForbidWriting()
    {
        try
        {
            Remount("ro");
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    public void Dispose() => new Command("umount", "--lazy", _folder).Run();

    private void Remount(string options) => new Command("mount", "-o", "remount," + options, _folder).Run();

    private long Used(params string[] arguments)
        => long.Parse(new Command("df", [.. arguments, _folder]).Run().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}

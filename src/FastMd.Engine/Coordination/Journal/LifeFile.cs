using System.Buffers.Binary;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Output.Logs;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// The files of a process that takes part in a job. One it has a lock on for as long as it lives: the system releases that when the process ends, so
/// that no clock and no process number tells the dead from the living. In the other it counts its heartbeats, and says which documents it is at.
/// </summary>
internal sealed class LifeFile : IDisposable
{
    private const string LockExtension = ".lock";
    private const int SlotBytes = 4;
    private const int FirstSlot = 8;
    private const int MostSlots = 1024;

    private readonly SafeFileHandle _lock;
    private readonly SafeFileHandle _data;
    private readonly Dictionary<int, int> _slots = [];
    private readonly Stack<int> _free = new();
    private readonly object _gate = new();
    private ulong _heartbeats;

    private LifeFile(string path, SafeFileHandle handle, SafeFileHandle data)
    {
        Id = Path.GetFileName(path);
        _lock = handle;
        _data = data;
        Beat();
    }

    /// <summary>Names the process: no other, before or after it, has this name.</summary>
    public string Id { get; }

    /// <summary>The name of a process as a journal has it, which becomes part of a path.</summary>
    /// <exception cref="InvalidDataException">It can be none.</exception>
    public static string ValidId(string id) => IsId(id) ? id : throw RecordReader.InvalidRecord();

    /// <summary>The names of the processes that have files there, dead or alive.</summary>
    public static IReadOnlyList<string> All(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(static path => Path.GetFileNameWithoutExtension(path)).Where(IsId).Distinct()]
        : [];

    /// <summary>The names of those that live. To be called by who has entered the logs.</summary>
    public static IReadOnlyList<string> Living(string folder) => [.. All(folder).Where(id => !IsDead(folder, id))];

    /// <summary>Makes the files of this process. To be called by who has entered the logs, so that nobody sees them without their lock.</summary>
    /// <param name="folder">Absolute path of the folder of such files.</param>
    /// <exception cref="IOException">They cannot be made.</exception>
    public static LifeFile Create(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        var handle = FileLock.TryTake(path + LockExtension) ?? throw new IOException($"'{path}{LockExtension}' is locked");
        try
        {
            return new(path, handle, File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Whether the process of that name has ended. To be called by who has entered the logs.</summary>
    public static bool IsDead(string folder, string id)
    {
        var path = Path.Combine(folder, id + LockExtension);
        return !IsOrdinary(path) || !FileLock.IsHeld(path);
    }

    /// <summary>How often the process said that it is at work; null where that cannot be read.</summary>
    public static ulong? HeartbeatsOf(string folder, string id)
        => Read(folder, id) is { Length: >= FirstSlot } bytes ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : null;

    /// <summary>The documents that the process was at, and perhaps some that it was at before.</summary>
    public static IReadOnlyList<int> InHandOf(string folder, string id)
    {
        var items = new List<int>();
        var bytes = Read(folder, id) ?? [];
        for (var at = FirstSlot; at + SlotBytes <= bytes.Length; at += SlotBytes)
        {
            if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) is > 0 and var item)
            {
                items.Add(item - 1);
            }
        }

        return items;
    }

    /// <summary>Removes what a dead process left.</summary>
    public static void Remove(string folder, string id)
    {
        foreach (var path in (ReadOnlySpan<string>)[Path.Combine(folder, id), Path.Combine(folder, id + LockExtension)])
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
            {
                // It does no harm.
            }
        }
    }

    /// <summary>Counts a heartbeat.</summary>
    public void Beat()
    {
        Span<byte> bytes = stackalloc byte[FirstSlot];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Interlocked.Increment(ref _heartbeats));
        RandomAccess.Write(_data, bytes, 0);
    }

    /// <summary>A document is begun.</summary>
    public void Begin(int item)
    {
        int slot;
        lock (_gate)
        {
            if (_slots.ContainsKey(item) || (_free.Count == 0 && _slots.Count >= MostSlots))
            {
                return;
            }

            _slots.Add(item, slot = _free.TryPop(out var free) ? free : _slots.Count);
        }

        Span<byte> bytes = stackalloc byte[SlotBytes];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, item + 1);
        RandomAccess.Write(_data, bytes, FirstSlot + (SlotBytes * slot));
    }

    /// <summary>It has its outcome: its slot is another's. What stays in the file is no claim of this process any more.</summary>
    public void End(int item)
    {
        lock (_gate)
        {
            if (_slots.Remove(item, out var slot))
            {
                _free.Push(slot);
            }
        }
    }

    public void Dispose()
    {
        _data.Dispose();
        _lock.Dispose();
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a file is there, and no link, pipe or device: what lies in a destination may come from a stranger.</summary>
    private static bool IsOrdinary(string path)
        => new FileInfo(path) is { Exists: true, LinkTarget: null } && !PathKinds.IsSpecial(path);

    private static byte[]? Read(string folder, string id)
    {
        try
        {
            if (!IsOrdinary(Path.Combine(folder, id)))
            {
                return null;
            }

            using var file = new FileStream(Path.Combine(folder, id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(file.Length, FirstSlot + (SlotBytes * MostSlots))];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

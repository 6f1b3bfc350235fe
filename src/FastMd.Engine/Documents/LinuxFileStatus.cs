using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Documents;

/// <summary>
/// <c>statx</c>: the one way to a file's change time, which renaming and restoring do not turn back as they do its modification time.
/// </summary>
internal static partial class LinuxFileStatus
{
    private const int WorkingDirectory = -100;
    private const int EmptyPath = 0x1000;
    private const int NotThroughLink = 0x100;
    private const uint BasicStatistics = 0x7ff;
    private const uint Birth = 0x800;
    private const uint Type = 0x1;

    // What sandboxes and old kernels say to a call that they do not know.
    private const int NotPermitted = 1;
    private const int NotThere = 38;

    private const int NotFound = 2;
    private const int Interrupted = 4;
    private const int NotAFolder = 20;
    private const int TooManyLinks = 40;
    private const int FileTypeMask = 0xF000;
    private const int Folder = 0x4000;
    private const int OrdinaryFile = 0x8000;
    private const int Link = 0xA000;

    private static volatile bool _isMissing;

    /// <summary>False where the system does not answer; the stamp is null where there is no such file, or a pipe or a device.</summary>
    public static bool TryRead(string path, out FileStamp? stamp) => TryReadEntry(path, follow: true, out _, out stamp);

    /// <summary>What exists at a path, with the stamp of an ordinary file: one question for both. False where the system does not answer.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="follow">Whether of a link it is wanted where it leads.</param>
    /// <param name="kind">What there is.</param>
    /// <param name="stamp">The stamp; null where there is no ordinary file.</param>
    public static bool TryReadEntry(string path, bool follow, out EntryKind kind, out FileStamp? stamp)
    {
        var error = Read(WorkingDirectory, path, follow ? 0 : NotThroughLink, BasicStatistics, out var status);
        kind = error == 0 ? KindOf(status) : EntryKind.Nothing;
        stamp = kind == EntryKind.File ? Stamp(status) : null;
        return IsAnswer(error);
    }

    /// <summary>What exists at a path; nothing on other systems, which have no way to tell.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="follow">Whether of a link it is wanted where it leads.</param>
    public static EntryKind KindOf(string path, bool follow)
        => OperatingSystem.IsLinux() && TryReadEntry(path, follow, out var kind, out _) ? kind : EntryKind.Nothing;

    /// <summary>
    /// What tells a file from any that is put in its place, and under how many names it is known; false where the system does not answer, or
    /// there is no ordinary file.
    /// </summary>
    /// <exception cref="IOException">To look failed, which says nothing of the file.</exception>
    public static bool TryReadIdentity(string path, out string identity, out uint names)
    {
        (identity, names) = ("", 0);
        var error = Read(WorkingDirectory, path, NotThroughLink, BasicStatistics | Birth, out var status);
        if (!IsAnswer(error) && error is not (NotPermitted or NotThere))
        {
            throw new IOException($"'{path}' cannot be looked at: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        if (error != 0 || KindOf(status) != EntryKind.File)
        {
            return false;
        }

        var born = (status.Known & Birth) != 0 ? Ticks(status.Born) : 0;
        (identity, names) = ($"{status.File} {born} {Ticks(status.Modified)}", status.Names);
        return true;
    }

    /// <summary>What exists at a path, or where a link there leads; false where the system does not answer.</summary>
    public static bool TryReadKind(string path, out PathKind kind)
    {
        var error = Read(WorkingDirectory, path, 0, Type, out var status);
        kind = error != 0 ? PathKind.Nothing : KindOf(status) == EntryKind.Folder ? PathKind.Folder : PathKind.File;
        return IsAnswer(error);
    }

    /// <summary>False where the system does not answer.</summary>
    public static bool TryRead(SafeFileHandle file, [NotNullWhen(true)] out FileStamp? stamp)
    {
        stamp = Read((int)file.DangerousGetHandle(), "", EmptyPath, BasicStatistics, out var status) == 0 ? Stamp(status) : null;
        GC.KeepAlive(file);
        return stamp is not null;
    }

    private static bool IsAnswer(int error) => error is 0 or NotFound or NotAFolder or TooManyLinks;

    private static EntryKind KindOf(in Status status) => (status.Mode & FileTypeMask) switch
    {
        OrdinaryFile => EntryKind.File,
        Folder => EntryKind.Folder,
        Link => EntryKind.Link,
        _ => EntryKind.Special,
    };

    private static FileStamp Stamp(in Status status) => new((long)status.Length, Ticks(status.Modified), Ticks(status.Changed), status.File);

    private static long Ticks(in Time time) => DateTime.UnixEpoch.Ticks + (time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100);

    /// <summary>Asks; gives the number of the error, 0 where there is none.</summary>
    private static int Read(int folder, string path, int flags, uint wanted, out Status status)
    {
        status = default;
        try
        {
            while (!_isMissing)
            {
                var error = Ask(folder, path, flags, wanted, out status) == 0 ? 0 : Marshal.GetLastPInvokeError();
                if (error != Interrupted)
                {
                    return error;
                }
            }
        }
        catch (EntryPointNotFoundException)
        {
            _isMissing = true;
        }

        return NotThere;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(int folder, string path, int flags, uint wanted, out Status status);

    /// <summary>The kernel's layout, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(0)]
        public readonly uint Known;

        [FieldOffset(16)]
        public readonly uint Names;

        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(32)]
        public readonly ulong File;

        [FieldOffset(40)]
        public readonly ulong Length;

        [FieldOffset(80)]
        public readonly Time Born;

        [FieldOffset(96)]
        public readonly Time Changed;

        [FieldOffset(112)]
        public readonly Time Modified;
    }

    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly uint Nanoseconds;
    }
}

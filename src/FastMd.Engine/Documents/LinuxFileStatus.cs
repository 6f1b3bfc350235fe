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
    private const uint BasicStatistics = 0x7ff;
    private const uint Type = 0x1;
    private const int NotFound = 2;
    private const int NotAFolder = 20;
    private const int FileTypeMask = 0xF000;
    private const int Folder = 0x4000;

    private static volatile bool _isMissing;

    /// <summary>False where the system does not answer; the stamp is null where there is no such file.</summary>
    public static bool TryRead(string path, out FileStamp? stamp)
    {
        stamp = null;
        if (_isMissing)
        {
            return false;
        }

        try
        {
            if (Read(WorkingDirectory, path, 0, BasicStatistics, out var status) == 0)
            {
                stamp = (status.Mode & FileTypeMask) == Folder ? null : Stamp(status);
                return true;
            }

            return Marshal.GetLastPInvokeError() is NotFound or NotAFolder;
        }
        catch (EntryPointNotFoundException)
        {
            _isMissing = true;
            return false;
        }
    }

    /// <summary>What there is at a path, or where a link there leads; false where the system does not answer.</summary>
    public static bool TryReadKind(string path, out PathKind kind)
    {
        kind = PathKind.Nothing;
        if (_isMissing)
        {
            return false;
        }

        try
        {
            if (Read(WorkingDirectory, path, 0, Type, out var status) == 0)
            {
                kind = (status.Mode & FileTypeMask) == Folder ? PathKind.Folder : PathKind.File;
                return true;
            }

            return Marshal.GetLastPInvokeError() is NotFound or NotAFolder;
        }
        catch (EntryPointNotFoundException)
        {
            _isMissing = true;
            return false;
        }
    }

    /// <summary>False where the system does not answer.</summary>
    public static bool TryRead(SafeFileHandle file, [NotNullWhen(true)] out FileStamp? stamp)
    {
        stamp = null;
        if (_isMissing)
        {
            return false;
        }

        try
        {
            stamp = Read((int)file.DangerousGetHandle(), "", EmptyPath, BasicStatistics, out var status) == 0 ? Stamp(status) : null;
            GC.KeepAlive(file);
            return stamp is not null;
        }
        catch (EntryPointNotFoundException)
        {
            _isMissing = true;
            return false;
        }
    }

    private static FileStamp Stamp(in Status status) => new((long)status.Length, Ticks(status.Modified), Ticks(status.Changed));

    private static long Ticks(in Time time) => DateTime.UnixEpoch.Ticks + (time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Read(int folder, string path, int flags, uint wanted, out Status status);

    /// <summary>The kernel's layout, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(40)]
        public readonly ulong Length;

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

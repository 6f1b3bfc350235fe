using System.Runtime.InteropServices;
using FastMd.Engine.Documents;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Folders;

/// <summary>The calls of Linux that name a file by the handle of its folder; the runtime has none of them.</summary>
internal static partial class LinuxFolders
{
    private const int WorkingDirectory = -100;
    private const int WriteOnly = 0x1;
    private const int Creates = 0x40;
    private const int Exclusively = 0x80;
    private const int CloseOnExec = 0x80000;
    private const int PlaceOnly = 0x200000;
    private const int RemovesFolder = 0x200;
    private const int SharedLock = 1;
    private const int ModeOfFolder = 0x1FF;
    private const int ModeOfFile = 0x1B6;

    private const int NotPermitted = 1;
    private const int NotFound = 2;
    private const int Interrupted = 4;
    private const int AccessDenied = 13;
    private const int Exists = 17;
    private const int NotAFolder = 20;
    private const int NameTooLong = 36;
    private const int NotEmpty = 39;
    private const int TooManyLinks = 40;

    // Processors of Intel's kind have numbers of their own for these two.
    private static readonly bool IsIntel = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;
    private static readonly int OnlyFolder = IsIntel ? 0x10000 : 0x4000;
    private static readonly int NotThroughLink = IsIntel ? 0x20000 : 0x8000;

    /// <summary>A handle of a folder, by its path.</summary>
    public static SafeFileHandle Open(string path)
    {
        var folder = UntilDone(() => OpenAt(WorkingDirectory, path, PlaceOnly | OnlyFolder | CloseOnExec, 0));
        return folder >= 0 ? new((nint)folder, ownsHandle: true) : throw Failure(path);
    }

    /// <summary>A handle of a folder in a folder; null where nothing is of that name.</summary>
    /// <exception cref="DocumentException">What is of that name is no folder, or a link to one.</exception>
    public static SafeFileHandle? Open(SafeFileHandle folder, string name, string path)
    {
        var opened = UntilDone(() => OpenAt(folder, name, PlaceOnly | OnlyFolder | NotThroughLink | CloseOnExec, 0));
        return opened >= 0 ? new((nint)opened, ownsHandle: true)
            : Marshal.GetLastPInvokeError() switch
            {
                NotFound => null,
                NotAFolder or TooManyLinks => throw new DocumentException(Diagnostic.Error(
                    DiagnosticCodes.OutputOutsideDestination,
                    $"'{path}' is a file, or was replaced by a link while FastMd was writing; remove it and run again.")),
                _ => throw Failure(path),
            };
    }

    /// <summary>Makes a folder, if it is not there.</summary>
    public static void Make(SafeFileHandle folder, string name, string path)
        => Do(() => MakeFolderAt(folder, name, ModeOfFolder), path, ignored: Exists);

    /// <summary>Makes a file that was not there, open for writing, and takes it as the runtime takes files that it shares.</summary>
    public static SafeFileHandle Create(SafeFileHandle folder, string name, string path)
    {
        var file = UntilDone(() => OpenAt(folder, name, WriteOnly | Creates | Exclusively | NotThroughLink | CloseOnExec, ModeOfFile));
        if (file < 0)
        {
            throw Failure(path);
        }

        // Where a file system knows no locks, files go without.
        var handle = new SafeFileHandle((nint)file, ownsHandle: true);
        _ = Lock(handle, SharedLock);
        return handle;
    }

    /// <summary>Gives a file another name.</summary>
    public static void Rename(SafeFileHandle folder, string name, string newName, string path)
        => Do(() => RenameAt(folder, name, folder, newName), path);

    /// <summary>Deletes a file, or an empty folder; false where the folder is not empty.</summary>
    public static bool Delete(SafeFileHandle folder, string name, bool isFolder, string path)
        => Do(() => UnlinkAt(folder, name, isFolder ? RemovesFolder : 0), path, NotFound, NotEmpty) != NotEmpty;

    private static int Do(Func<int> call, string path, params int[] ignored)
        => UntilDone(call) == 0 ? 0
            : Marshal.GetLastPInvokeError() is var number && ignored.Contains(number) ? number
            : throw Failure(path);

    /// <summary>Calls again as long as a signal interrupts.</summary>
    private static int UntilDone(Func<int> call)
    {
        int outcome;
        do
        {
            outcome = call();
        }
        while (outcome < 0 && Marshal.GetLastPInvokeError() == Interrupted);

        return outcome;
    }

    /// <summary>The exception that the runtime would throw.</summary>
    private static Exception Failure(string path)
    {
        var number = Marshal.GetLastPInvokeError();
        var message = $"{Marshal.GetPInvokeErrorMessage(number)} : '{path}'";
        return number switch
        {
            NotPermitted or AccessDenied => new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
            NotFound => new DirectoryNotFoundException(message),
            NameTooLong => new PathTooLongException(message),
            _ => new IOException(message, number),
        };
    }

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(SafeFileHandle folder, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFolderAt(SafeFileHandle folder, string path, int mode);

    [LibraryImport("libc", EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(SafeFileHandle folder, string path, SafeFileHandle newFolder, string newPath);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnlinkAt(SafeFileHandle folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);
}

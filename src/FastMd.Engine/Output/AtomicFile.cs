using System.Buffers;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.Folders;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output;

/// <summary>Replaces a file in one step: a temporary file beside it takes its name once everything is in it.</summary>
internal static class AtomicFile
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Writes; says whether <paramref name="mayCommit"/> let it.</summary>
    public static bool Write(IOutputFolder folder, string name, ReadOnlySpan<byte> content, Func<bool> mayCommit)
    {
        var temporary = TemporaryFile.NewName();
        var committed = false;
        SafeFileHandle? file = null;
        try
        {
            // Open while it is renamed, so that at no moment another run can take it for a leftover.
            file = folder.Create(temporary);
            FileContent.Write(file, content, 0);
            if (mayCommit())
            {
                folder.Rename(temporary, name);
                committed = true;
            }
        }
        finally
        {
            file?.Dispose();
            if (!committed)
            {
                TryDelete(folder, temporary);
            }
        }

        return committed;
    }

    /// <summary>Copies, with the time of the last change and what may be done with the file; but the copy may be written to, by the next run.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Copy(string source, IOutputFolder folder, string name, CancellationToken cancellation)
        => Copy(source, folder, name, keepsAttributes: true, static () => true, cancellation);

    /// <summary>Copies the content; says whether <paramref name="mayCommit"/> let it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static bool Copy(string source, IOutputFolder folder, string name, bool keepsAttributes, Func<bool> mayCommit, CancellationToken cancellation)
    {
        var temporary = TemporaryFile.NewName();
        var committed = false;
        SafeFileHandle? copy = null;
        try
        {
            using var original = File.OpenHandle(source, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
            copy = folder.Create(temporary);
            Copy(original, copy, cancellation);
            if (keepsAttributes)
            {
                CopyAttributes(original, copy);
            }

            cancellation.ThrowIfCancellationRequested();
            if (mayCommit())
            {
                folder.Rename(temporary, name);
                committed = true;
            }
        }
        finally
        {
            copy?.Dispose();
            if (!committed)
            {
                TryDelete(folder, temporary);
            }
        }

        return committed;
    }

    private static void CopyAttributes(SafeFileHandle original, SafeFileHandle copy)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, File.GetUnixFileMode(original) | UnixFileMode.UserWrite);
        }

        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(original));
    }

    private static void Copy(SafeFileHandle original, SafeFileHandle copy, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (long at = 0; ;)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = RandomAccess.Read(original, buffer, at);
                if (count == 0)
                {
                    return;
                }

                FileContent.Write(copy, buffer.AsSpan(0, count), at);
                at += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static void TryDelete(IOutputFolder folder, string temporary)
    {
        try
        {
            folder.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DocumentException)
        {
            // Report the original failure; a later run sweeps the temporary file.
        }
    }
}

namespace FastMd.Engine.Output;

/// <summary>Replaces a file in one step: a temporary file beside it takes its name once everything is in it.</summary>
internal static class AtomicFile
{
    /// <summary>Writes; says whether <paramref name="mayCommit"/> let it.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> content, Func<bool> mayCommit)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, TemporaryFile.NewName());
        var committed = false;
        try
        {
            // Open while it is renamed, so that at no moment another run can take it for a leftover.
            using var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            RandomAccess.Write(handle, content, 0);
            if (mayCommit())
            {
                ReplaceTarget(temporary, path);
                committed = true;
            }
        }
        finally
        {
            if (!committed)
            {
                TryDelete(temporary);
            }
        }

        return committed;
    }

    /// <summary>Copies.</summary>
    public static void Copy(string source, string path)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, TemporaryFile.NewName());
        try
        {
            File.Copy(source, temporary);

            // What may not be written to at its source is here to be replaced by the next run.
            if (File.GetAttributes(temporary) is var attributes && (attributes & FileAttributes.ReadOnly) != 0)
            {
                File.SetAttributes(temporary, attributes & ~FileAttributes.ReadOnly);
            }

            ReplaceTarget(temporary, path);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    public static void ReplaceTarget(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && File.Exists(path))
        {
            // Windows renames over no read-only file. That it may be replaced was decided before.
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
            File.Move(temporary, path, overwrite: true);
        }
    }

    public static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report; a later run sweeps the file.
        }
    }
}

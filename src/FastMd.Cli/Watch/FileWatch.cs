using System.ComponentModel;

namespace FastMd.Cli.Watch;

/// <summary>Tells a collector of changes in files, as the system reports them.</summary>
/// <param name="changes">Receives them.</param>
/// <param name="onProblem">Told where the system cannot watch everything.</param>
internal sealed class FileWatch(ChangeCollector changes, Action<string> onProblem) : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private volatile WatchPlan? _plan;

    /// <summary>Watches what a plan says from now on.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isAnew">Whether places that are watched already may have been replaced.</param>
    public void Follow(WatchPlan plan, bool isAnew)
    {
        var isSame = !isAnew && _plan?.WatchesSame(plan) == true;
        _plan = plan;
        if (isSame)
        {
            return;
        }

        Dispose();
        foreach (var folder in plan.Folders)
        {
            Watch(folder, withFolders: true);
        }

        foreach (var folder in plan.Parents)
        {
            Watch(folder, withFolders: false);
        }
    }

    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _watchers.Clear();
    }

    private void Watch(string folder, bool withFolders)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = withFolders,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, change) => Tell(change.FullPath);
        watcher.Created += (_, change) => Tell(change.FullPath);
        watcher.Deleted += (_, change) => Tell(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Tell(change.OldFullPath);
            Tell(change.FullPath);
        };
        watcher.Error += (_, error) => Fail(folder, error.GetException());
        _watchers.Add(watcher);
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or Win32Exception or UnauthorizedAccessException)
        {
            Fail(folder, failure);
        }
    }

    private void Tell(string path)
    {
        if (_plan!.Matters(path))
        {
            changes.Add(path);
        }
    }

    private void Fail(string folder, Exception failure)
    {
        // Too much at once is no reason to worry anybody: all is looked at again.
        if (failure is not InternalBufferOverflowException)
        {
            onProblem($"Not all changes in '{folder}' will be noticed: {failure.Message}");
        }

        changes.AddEverything();
    }
}

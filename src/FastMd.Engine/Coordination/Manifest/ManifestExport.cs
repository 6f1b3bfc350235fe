using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Output;

namespace FastMd.Engine.Coordination.Manifest;

/// <summary>Keeps the manifest of a job beside its journal up to date: one of the processes writes it every few seconds, and the last one at the end.</summary>
internal sealed class ManifestExport : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    // A job of a hundred thousand documents has a manifest of some twenty megabytes: writing it may take so much of one processor, and no more.
    private const int PartOfTime = 50;

    private readonly JournalWorkSource _work;
    private readonly JobFolder _folder;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly object _gate = new();
    private bool _isOver;

    public ManifestExport(JournalWorkSource work, JobFolder folder, TimeProvider time)
    {
        _work = work;
        _folder = folder;
        _time = time;
        _timer = time.CreateTimer(static export => ((ManifestExport)export!).OnTimer(), this, Period, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _timer.Dispose();
            if (_work.IsAlone)
            {
                Write();
            }
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            var began = _time.GetTimestamp();
            if (_work.IsLeader)
            {
                Write();
            }

            var pause = _time.GetElapsedTime(began) * PartOfTime;
            _timer.Change(pause > Period ? pause : Period, Timeout.InfiniteTimeSpan);
        }
    }

    private void Write()
    {
        try
        {
            if (_work.Read(static state => state.Head is null ? null : JobManifest.Of(state)) is { } manifest)
            {
                using var file = new ReplacementFile(_folder.Manifest, sweeps: false);
                ManifestJson.Write(manifest, file.Content);
                file.Commit();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It only shows what the journal knows, and is written again.
        }
    }
}

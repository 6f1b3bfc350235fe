using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>
/// Those who watch a job: in this process they see all of it, its other processes included; others are told by way of the destination and the broker.
/// </summary>
/// <param name="options">What the job depends on.</param>
/// <param name="destination">The folder it writes to; null where it writes none.</param>
/// <param name="broker">Where workers on other machines tell of themselves; null where all is done here.</param>
/// <param name="own">The part of this process.</param>
/// <param name="time">The clock.</param>
internal sealed class JobWatchers(JobOptions options, JobDestination? destination, BrokerWatchers? broker, LivePart own, TimeProvider time) : ILiveSource, IDisposable
{
    private readonly LiveFolder? _folder = destination is not null && options is { DryRun: false, ChecksLinks: false } ? new(destination.Path) : null;
    private readonly ClusterLive? _told = broker is null ? null : new(broker.Told);
    private readonly Hearing _hearing = new(time);
    private LivePublisher? _publisher;
    private bool _isCleared;

    // Of a destination that keeps no state, or whose state cannot be used, nothing is this job's to write but outputs.
    private bool KeepsState => destination is { State: { IsOpened: true, Recorded: not null } };

    /// <inheritdoc/>
    public LiveReport? Read()
    {
        var part = own.Read();
        return JoinedLive.Of([part, .. Others().Where(other => other.Job == part.Job && other.Id != part.Id)], _hearing);
    }

    /// <summary>The run begins: tells of it from now on.</summary>
    public void Begin()
    {
        if (_folder is not null || broker is not null)
        {
            if (options.IsWatched)
            {
                _told?.Listen();
            }

            _publisher = new(own, Tell, options.IsWatched || broker is not null, time);
        }
    }

    /// <summary>The run is over: tells how it ended.</summary>
    public void Dispose()
    {
        _publisher?.Dispose();
        if (_folder is { Exists: true } && KeepsState)
        {
            // What an earlier run told is not true any more.
            Clear(_folder);
        }
    }

    private void Tell(LiveReport part)
    {
        var told = LiveJson.Write(part);
        if (_folder is not null && KeepsState)
        {
            Clear(_folder);
            _folder.Write(part.Id, told);
        }

        broker?.Tell(part.Id, told);
    }

    private void Clear(LiveFolder folder)
    {
        if (!_isCleared)
        {
            _isCleared = true;
            folder.Clear(own.Job, isAlone: !options.Sharing.IsConcurrent, time.GetUtcNow());
        }
    }

    private IEnumerable<LiveReport> Others()
        => _told is not null ? _told.Read()
            : options.Sharing.IsConcurrent && _folder is not null ? _folder.Read()
            : [];
}

/// <summary>The way to those who watch a broker.</summary>
/// <param name="Tell">Tells how the process of that name gets on.</param>
/// <param name="Told">What each process of every job told last.</param>
internal sealed record BrokerWatchers(Action<string, byte[]> Tell, Func<IReadOnlyCollection<byte[]>> Told);

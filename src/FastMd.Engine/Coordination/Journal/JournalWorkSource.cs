using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// A job that several processes of one machine share by way of a journal in its destination: an append-only log under a lock of the operating system.
/// Each process reads what the others appended before it appends, so that all of them know the same.
/// </summary>
internal sealed class JournalWorkSource : IWorkSource, ISharedLog
{
    // One entry for each would take a tenth of a small document's time.
    private const int OutcomesAtOnce = 8;

    private static readonly TimeSpan OrphanPatience = TimeSpan.FromSeconds(2);

    private readonly JobFolder _folder;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly JobJournal _journal;
    private readonly JobState _state;
    private readonly ClaimOrder _order;
    private readonly LifeFile _life;
    private readonly LostWorkers _lost;
    private readonly List<(int Item, long Fence, ItemOutcome Outcome, DateTimeOffset Time)> _outcomes = [];

    // What this process claimed: fences by item.
    private readonly Dictionary<int, long> _held = [];

    // Where documents of the journal lie in the plan of this process, and the other way round.
    private readonly Dictionary<int, int> _positions = [];
    private int[] _items = [];

    // Documents there were when this process joined as the first.
    private int _known;

    // The first of the processes that took part when this one joined.
    private int _firstWorker;
    private long? _orphanedSince;
    private int _worker = JobWorker.None;
    private long _renewed;
    private SharedJobException? _failure;
    private bool _isDisposed;

    private JournalWorkSource(JobFolder folder, JournalOptions options, TimeProvider time, JobJournal journal, LifeFile life, SharedLogs logs)
    {
        _folder = folder;
        _options = options;
        _time = time;
        _journal = journal;
        _state = journal.State;
        _order = new(_state);
        _life = life;
        _lost = new(journal, folder.Workers, options, time);
        _renewed = time.GetTimestamp();
        Logs = logs;
    }

    /// <summary>The journal, and what else is appended to under its lock.</summary>
    public SharedLogs Logs { get; }

    /// <summary>What tells the others that this process lives, and is at work.</summary>
    internal LifeFile Life => _life;

    /// <summary>Whether no other process took part when this one joined.</summary>
    public bool IsFirst { get; private init; }

    /// <summary>The job, but for its documents.</summary>
    internal required JobPlan Job { get; init; }

    /// <summary>Why what was there of the job could not be used, or not all of it; null where it could.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether this process does what one of them has to do: the first of those that take part.</summary>
    public bool IsLeader
    {
        get
        {
            lock (Logs.Gate)
            {
                return _state.Workers.TakeWhile((_, number) => number < _worker).All(static worker => worker.HasLeft);
            }
        }
    }

    /// <summary>Whether a process ended, or was stuck, that may have left something behind.</summary>
    public bool HasLosses => Read(static state => state.HasLosses);

    /// <summary>When the run of the job began that this process takes part in.</summary>
    public DateTimeOffset? Began => Read(static state => state.Head?.Began);

    /// <summary>Whether no other process takes part, as far as this one knows.</summary>
    public bool IsAlone
    {
        get
        {
            lock (Logs.Gate)
            {
                return _state.Workers.Where((_, number) => number != _worker).All(static worker => worker.HasLeft);
            }
        }
    }

    /// <summary>Outcomes that did not count, because the claim was lost.</summary>
    public int Refused { get; private set; }

    /// <inheritdoc/>
    public WorkProgress Progress
    {
        get
        {
            lock (Logs.Gate)
            {
                return _state.Progress;
            }
        }
    }

    private bool IsOut => _state.Workers[_worker].HasLeft;

    /// <summary>
    /// Takes part in the job of a destination, or begins one. Where no other process takes part, what was completed is looked at again unless the job
    /// was left unfinished, and what failed for reasons that may have passed is tried again.
    /// </summary>
    /// <param name="folder">Where it is kept. Its destination is locked, as one that is shared.</param>
    /// <param name="logs">The logs of the destination.</param>
    /// <param name="job">The job, but for its documents.</param>
    /// <param name="options">How it is shared.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SharedJobException">Other processes have another job in progress there.</exception>
    /// <exception cref="IOException">It can neither be read nor begun.</exception>
    public static JournalWorkSource Join(JobFolder folder, SharedLogs logs, JobPlan job, JournalOptions options, TimeProvider time)
    {
        using (logs.Enter())
        {
            var (state, content) = folder.Read();

            // By their locks: the journal may not be what it was when they joined.
            var living = LifeFile.Living(folder.Workers);
            if (living.Count > 0 && (content.Problem is not null || living.Any(id => !state.Workers.Any(worker => worker.Id == id))))
            {
                throw new SharedJobException(
                    $"The journal of the job in '{folder.Destination}' is not what the processes that are at it wrote{(content.Problem is { } damage ? $" ({damage})" : "")}: wait for them to end, then run the same command again.");
            }

            if (living.Count > 0 && state.Head?.IsOf(job) == false)
            {
                throw new SharedJobException(
                    $"Another job is in progress in '{folder.Destination}', with other options or by another version of FastMd: wait for it to end, use the same options, or choose another destination.");
            }

            if (Compaction.IsWorthwhile(state, content.WholeBytes))
            {
                Compaction.Write(state, folder);
                var problem = content.Problem;
                (state, content) = folder.Read();
                content = content with { Problem = problem };
            }

            var life = LifeFile.Create(folder.Workers);
            try
            {
                var journal = new JobJournal(state, JobLog.Append(folder.Journal, content.WholeBytes));
                var source = new JournalWorkSource(folder, options, time, journal, life, logs) { IsFirst = living.Count == 0, Problem = content.Problem, Job = job };
                source._lost.SweepForgotten(life.Id);
                source.Enlist();
                if (source.IsFirst)
                {
                    source.Resume(job);
                }

                journal.Flush();
                return source;
            }
            catch
            {
                life.Dispose();
                LifeFile.Remove(folder.Workers, life.Id);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Publish(JobPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using (Enter())
        {
            if (_state.Head!.Root != plan.Root)
            {
                _journal.Root(plan.Root);
            }

            var known = _state.Items.Count;
            var planned = new HashSet<int>();
            _items = [.. plan.Items.Select(item => Merge(item))];
            for (var position = 0; position < _items.Length; position++)
            {
                planned.Add(_items[position]);
                _positions.TryAdd(_items[position], position);
            }

            // What others added since this process joined is in their plans.
            for (var item = 0; IsFirst && item < Math.Min(known, _known); item++)
            {
                if (!_state.Items[item].IsGone && !planned.Contains(item))
                {
                    _journal.Gone(item);
                }
            }
        }
    }

    /// <inheritdoc/>
    public WorkClaim? Claim()
    {
        using (Enter())
        {
            Rejoin();
            if (_lost.IsDue || _state.Count(ItemStatus.Pending) == 0)
            {
                _lost.Bury(_worker);
            }

            var items = _order.Next(_positions.ContainsKey);
            if (items.Count == 0)
            {
                LeaveOutOrphans();
                return null;
            }

            var isRepeated = items.Any(item => _state.Items[item].Fence > 0);
            var fence = _journal.Claimed(_worker, items, _time.GetUtcNow());
            items.ForEach(item => _held[item] = fence);
            return new(fence, [.. items.Select(item => _positions[item])]) { IsRepeated = isRepeated };
        }
    }

    /// <inheritdoc/>
    public void Begin(int item) => _life.Begin(_items[item]);

    /// <inheritdoc/>
    public void Renew()
    {
        var now = _time.GetTimestamp();

        // A process that was stopped for long may have lost what it had: then nothing is renewed before that was looked at.
        if (!IsFresh)
        {
            using (Enter())
            {
                Rejoin();
            }
        }
        else if (_outcomes.Count > 0)
        {
            using (Enter())
            {
            }
        }

        _life.Beat();
        Volatile.Write(ref _renewed, now);
    }

    /// <inheritdoc/>
    public bool Holds(int item)
    {
        if (!IsFresh)
        {
            Renew();
        }

        lock (Logs.Gate)
        {
            return _held.TryGetValue(_items[item], out var fence) && _state.IsHeld(_items[item], fence, _worker);
        }
    }

    /// <inheritdoc/>
    public bool Complete(int item, ItemOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var number = _items[item];
        if (!Holds(item))
        {
            Refused++;
            return false;
        }

        _life.End(number);
        lock (Logs.Gate)
        {
            if (!_held.Remove(number, out var fence))
            {
                Refused++;
                return false;
            }

            _outcomes.Add((number, fence, outcome, _time.GetUtcNow()));
            if (_outcomes.Count < OutcomesAtOnce)
            {
                // Written with what this process appends next. If it is killed before, whoever claims the document then finds its output by the build state.
                return true;
            }
        }

        using (Enter())
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Abandon(IEnumerable<int> items)
    {
        using (Enter())
        {
            foreach (var item in items.Select(position => _items[position]))
            {
                if (_held.Remove(item, out var fence) && _state.IsHeld(item, fence, _worker))
                {
                    _journal.Returned(item);
                    _life.End(item);
                }
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ItemState> Results()
    {
        using (Enter())
        {
            return [.. _items.Select(item => _state.Items[item].Snapshot())];
        }
    }

    /// <inheritdoc/>
    public bool TryClaimEnd()
    {
        using (Enter())
        {
            Rejoin();
            if (!_state.Progress.IsSettled || _state.IsOver || _state.Ender != JobWorker.None)
            {
                return false;
            }

            _journal.EndClaimed(_worker);
            return true;
        }
    }

    /// <inheritdoc/>
    public void CompleteEnd()
    {
        using (Enter())
        {
            if (_state.Ender == _worker && !IsOut && _state.Progress.IsSettled)
            {
                _journal.Over();
            }
        }
    }

    /// <summary>Everything that is known of the job, for its manifest.</summary>
    public T Read<T>(Func<JobState, T> read)
    {
        lock (Logs.Gate)
        {
            return read(_state);
        }
    }

    /// <summary>Takes a token of a resource that the documents of the job need.</summary>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="next">Gives, for how far its tokens are used up, how far they are then.</param>
    public void Reserve(string resource, Func<RateMark, RateMark> next)
    {
        using (Enter())
        {
            _journal.Rate(resource, next(_state.Rates.GetValueOrDefault(resource)));
        }
    }

    /// <inheritdoc/>
    void ISharedLog.CatchUp() => _journal.CatchUp();

    /// <inheritdoc/>
    void ISharedLog.Flush()
    {
        AppendOutcomes();
        try
        {
            _journal.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is in memory is ahead of the file: nothing this process would append makes sense any more.
            throw _failure = Unusable(failure);
        }
    }

    /// <summary>Leaves the job: what was claimed and not done is pending.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            using (Enter())
            {
                AppendOutcomes();
                if (!IsOut)
                {
                    _journal.Left(_worker, isLost: false);
                }

                // Whoever joins next finds it gone, and is the first if there is no other.
                _life.Dispose();
            }
        }
        catch (SharedJobException)
        {
            // A process that cannot say that it leaves is found to have ended, as one that was killed.
        }

        _life.Dispose();
        LifeFile.Remove(_folder.Workers, _life.Id);
        _journal.Dispose();
    }

    /// <exception cref="SharedJobException">The journal cannot be read or written any more.</exception>
    private SharedLogs.Entry Enter()
    {
        try
        {
            return _failure is null ? Logs.Enter(this) : throw _failure;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whoever claims next gets the same, so that the process ends and others get what it has.
            throw _failure = Unusable(failure);
        }
    }

    private SharedJobException Unusable(Exception failure) => new(
        $"The job in '{_folder.Destination}' cannot go on: {failure.Message.TrimEnd('.')}. Mend that, then run the same command again: it goes on where this one ended.", failure);

    private bool IsFresh => _time.GetElapsedTime(Volatile.Read(ref _renewed)) < _options.ClaimLimit / 2;

    /// <summary>Begins a job where there is none, or one that is over or another; otherwise goes on with the one that was left unfinished.</summary>
    private void Resume(JobPlan job)
    {
        _known = _state.Items.Count;
        var isOther = _state.Head?.IsOf(job) != true;
        if (isOther || job.Restarts || _state.IsOver)
        {
            _journal.Began(new(job.Root, job.Target, job.Fingerprint, _time.GetUtcNow()), isOther || job.Restarts);
        }

        for (var item = 0; item < _known; item++)
        {
            if (_state.Items[item] is { Status: ItemStatus.Failed, IsFinal: false, IsGone: false })
            {
                _journal.Returned(item);
            }
        }
    }

    /// <summary>Adds a document where it is new, and reopens one that changed or is not as it was left; gives its number.</summary>
    private int Merge(PlanItem wanted)
    {
        var item = _state.Find(wanted.Name);
        if (item < 0)
        {
            return _journal.Added(wanted);
        }

        var known = _state.Items[item];
        if (known.IsGone || known.Stamp != wanted.Stamp)
        {
            _journal.Changed(item, wanted.Bytes, wanted.Stamp);
        }
        else if (known.Status == ItemStatus.Completed && !wanted.IsCurrent && known.DoneBy < _firstWorker)
        {
            _journal.Reopened(item);
        }

        return item;
    }

    /// <summary>
    /// Leaves out what is in no plan of a process that lives: only one that was killed knew it. Whoever had it in its plan would have claimed it by now,
    /// because nobody is at anything else.
    /// </summary>
    private void LeaveOutOrphans()
    {
        if (_state.Count(ItemStatus.Pending) == 0 || _state.Count(ItemStatus.InProgress) > 0)
        {
            _orphanedSince = null;
        }
        else if (_orphanedSince is not { } since)
        {
            _orphanedSince = _time.GetTimestamp();
        }
        else if (_time.GetElapsedTime(since) >= OrphanPatience)
        {
            for (var item = 0; item < _state.Items.Count; item++)
            {
                if (_state.Items[item] is { Status: ItemStatus.Pending, IsGone: false } && !_positions.ContainsKey(item))
                {
                    _journal.Gone(item);
                }
            }
        }
    }

    private void AppendOutcomes()
    {
        foreach (var (item, fence, outcome, time) in _outcomes)
        {
            if (!_state.IsHeld(item, fence, _worker))
            {
                Refused++;
            }
            else if (outcome.Error is { } error)
            {
                _journal.Failed(item, time, outcome.IsFinal || _state.Items[item].Attempts + 1 >= _options.Attempts, error);
            }
            else
            {
                _journal.Completed(item, time);
            }
        }

        _outcomes.Clear();
    }

    private void Enlist()
    {
        _worker = _journal.Joined(_life.Id, _options.WorkerName);
        _held.Clear();
        _lost.Bury(_worker);
        _firstWorker = _state.Workers.TakeWhile(static worker => worker.HasLeft).Count();
    }

    /// <summary>A process that said nothing for so long that others took over what it had takes part again, as a new one.</summary>
    private void Rejoin()
    {
        if (IsOut)
        {
            if (_state.Head?.IsOf(Job) != true)
            {
                throw _failure = new SharedJobException($"While this process was stopped, another job was begun in '{_folder.Destination}', with other options. Run the command again if it is still wanted.");
            }

            Enlist();
        }
    }
}

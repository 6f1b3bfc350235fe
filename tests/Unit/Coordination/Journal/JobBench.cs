using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Coordination.Journal;

/// <summary>A destination in which processes share a job. Each process is a work source of its own: locks are by handle, so they exclude each other here, too.</summary>
internal sealed class JobBench : IDisposable
{
    private readonly TemporaryFolder? _own;
    private readonly List<JournalWorkSource> _sources = [];

    public JobBench(string? path = null, TimeProvider? time = null)
    {
        _own = path is null ? new() : null;
        Folder = new(path ?? _own!.Path);
        Time = time ?? TimeProvider.System;
        StateFolder.Prepare(Folder.Destination);
    }

    public JobFolder Folder { get; }

    public TimeProvider Time { get; }

    public JournalOptions Options { get; set; } = new();

    public static JobPlan Plan(int count, long bytes = 100, string version = "", ulong fingerprint = 1, Func<int, bool>? isCurrent = null) => new(
        "/docs",
        "html",
        new(fingerprint),
        [.. Enumerable.Range(0, count).Select(i => new PlanItem($"{i}.md", bytes, ContentHash.Of($"{i} {version}"), isCurrent?.Invoke(i) == true))]);

    /// <summary>A process that takes part.</summary>
    public JournalWorkSource Join(JobPlan plan, TimeProvider? time = null)
    {
        var source = Enter(plan, time);
        source.Publish(plan);
        return source;
    }

    /// <summary>A process that takes part, and has not published its plan yet.</summary>
    public JournalWorkSource Enter(JobPlan plan, TimeProvider? time = null)
    {
        var source = JournalWorkSource.Join(Folder, new(Folder.Lock, TimeSpan.FromSeconds(30), time ?? Time), plan, Options, time ?? Time);
        _sources.Add(source);
        return source;
    }

    /// <summary>A process is killed: the system releases its locks, and nothing else happens.</summary>
    public void Kill(JournalWorkSource source)
    {
        _sources.Remove(source);
        source.Life.Dispose();
    }

    /// <summary>Claims everything and completes it; gives the documents in the order they were claimed.</summary>
    public static List<int> DoAll(IWorkSource source)
    {
        var done = new List<int>();
        while (source.Claim() is { } claim)
        {
            foreach (var item in claim.Items)
            {
                source.Begin(item);
                Assert.True(source.Complete(item, ItemOutcome.Done));
                done.Add(item);
            }
        }

        return done;
    }

    /// <summary>Ends the job.</summary>
    public static void End(IWorkSource source)
    {
        Assert.True(source.TryClaimEnd());
        source.CompleteEnd();
    }

    public void Dispose()
    {
        foreach (var source in _sources)
        {
            source.Dispose();
        }

        _own?.Dispose();
    }
}

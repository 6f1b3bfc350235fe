using FastMd.Engine.Batching;
using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Batching.Scaling;

public sealed class LoadControllerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly TestObserver _observer = new();
    private readonly FakeMachine _machine = new();
    private readonly SemaphoreSlim _mayFinish = new(0);
    private int _running;

    public void Dispose() => _mayFinish.Dispose();

    [Fact]
    public void A_batch_that_is_over_within_half_a_second_never_looks_at_the_machine()
    {
        using var session = Session(new() { Workers = 2 });
        Assert.True(session.TryAdmit(Documents.Of(0)));
        _time.Advance(LoadController.Period / 2);

        Assert.Equal(0, _machine.Readings);
        Finish(session, documents: 1);
    }

    [Fact]
    public void When_memory_is_short_fewer_workers_run_and_nothing_is_admitted_until_it_eases()
    {
        using var session = Session(new() { Workers = 4 });
        Assert.All(Documents.Many(12, length: 1_000_000), document => Assert.True(session.TryAdmit(document)));
        AwaitRunning(4);

        _machine.Next = new() { FreeBytes = 1 };
        LookOnce();
        _time.Advance(LoadController.Period);
        Assert.Equal(2, session.Load.WorkersAllowed);
        Assert.False(session.TryAdmit(Documents.Of(12)));

        _mayFinish.Release(4);
        Assert.True(SpinWait.SpinUntil(
            () => session.Load.Completed == 4 && Volatile.Read(ref _running) == 2, SessionDriver.Patience));

        _machine.Next = new() { FreeBytes = long.MaxValue };
        for (var reading = 0; reading < 10; reading++)
        {
            _time.Advance(LoadController.Period);
        }

        AwaitRunning(4);
        Assert.True(session.TryAdmit(Documents.Of(12)));
        Assert.Equal([2, 3, 4], _observer.Decisions.Select(decision => decision.To));
        Finish(session, documents: 9);
    }

    [Fact]
    public void One_document_at_a_time_still_comes_in_while_memory_is_short()
    {
        using var session = Session(new() { Workers = 2 });
        Assert.True(session.TryAdmit(Documents.Of(0)));
        _machine.Next = new() { FreeBytes = 1 };
        LookOnce();
        _time.Advance(LoadController.Period);
        Assert.False(session.TryAdmit(Documents.Of(1)));

        _mayFinish.Release();
        SessionDriver.TakeOne(session);

        Assert.True(session.TryAdmit(Documents.Of(1)));
        Finish(session, documents: 1);
    }

    [Fact]
    public void Workers_beyond_those_it_started_with_are_really_started_while_all_wait_for_the_disk()
    {
        using var session = Session(new() { Workers = 2, Scaling = new() { MaximumWorkers = 3 } });
        Assert.All(Documents.Many(9, length: 1_000_000), document => Assert.True(session.TryAdmit(document)));
        AwaitRunning(2);
        _machine.Next = new() { IoWait = 0.9, FreeBytes = long.MaxValue };
        LookOnce();

        for (var reading = 0; reading < 3; reading++)
        {
            _time.Advance(LoadController.Period);
        }

        AwaitRunning(3);
        Finish(session, documents: 9);
    }

    [Fact]
    public void With_a_processor_limit_a_busy_machine_leaves_workers_a_slice_of_time()
    {
        using var session = Session(new() { Workers = 2, Scaling = new() { CpuLimit = 0.5 } });
        Assert.All(Documents.Many(4, length: 1_000_000), document => Assert.True(session.TryAdmit(document)));
        _machine.Next = new() { Cpu = 1, FreeBytes = long.MaxValue };
        var slice = LoadController.Period / CpuCap.StepsPerWorker;
        for (var passed = 0; passed < 2 * CpuCap.StepsPerWorker; passed++)
        {
            _time.Advance(slice);
        }

        var allowed = new List<int>();
        for (var passed = 0; passed < CpuCap.StepsPerWorker; passed++)
        {
            allowed.Add(session.Load.WorkersAllowed);
            _time.Advance(slice);
        }

        Assert.Equal(1, allowed.Sum());
        _machine.Next = new() { Cpu = 0, FreeBytes = long.MaxValue };
        for (var passed = 0; passed < 100; passed++)
        {
            _time.Advance(slice);
        }

        Finish(session, documents: 4);
    }

    [Fact]
    public void A_tier_at_its_limit_leaves_the_workers_to_the_others()
    {
        const long MegaByte = 1024 * 1024;
        using var session = Session(new()
        {
            Workers = 3,
            WorkingBytes = long.MaxValue,
            Tiers = new() { Limits = [0, 0, 0, 0, 1] },
        });
        Assert.All(
            [Documents.Of(0, 300 * MegaByte), Documents.Of(1, 300 * MegaByte), Documents.Of(2, 1_000_000), Documents.Of(3, 1_000_000)],
            document => Assert.True(session.TryAdmit(document)));

        AwaitRunning(3);
        Assert.Equal([0, 2, 3], _observer.Begun.Select(document => document.Index).Order());
        Finish(session, documents: 4);
    }

    private BatchSession Session(BatchOptions options) => new(
        options.Scaling is null ? options with { Scaling = new() } : options,
        new TestExecutor(_ =>
        {
            Interlocked.Increment(ref _running);
            _mayFinish.Wait(SessionDriver.Patience);
            Interlocked.Decrement(ref _running);
        }),
        _observer,
        _time,
        CancellationToken.None,
        () => _machine);

    // The first look is what later ones are compared with.
    private void LookOnce() => _time.Advance(LoadController.Period);

    private void AwaitRunning(int count)
        => Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _running) == count, SessionDriver.Patience));

    private void Finish(BatchSession session, int documents)
    {
        session.CompleteAdding();
        _mayFinish.Release(documents);
        SessionDriver.TakeTheRest(session, []);
    }

    private sealed class FakeMachine : IMachineProbe
    {
        public MachineLimits Limits { get; } = new(Processors: 4, CpuQuota: null, MemoryBytes: 8L << 30, CgroupMemoryBytes: null);

        public PressureReading Next { get; set; } = new() { FreeBytes = long.MaxValue };

        public int Readings { get; private set; }

        public PressureReading Read()
        {
            Readings++;
            return Next;
        }
    }
}

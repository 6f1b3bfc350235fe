using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;
using FastMd.Tests.Unit.Batching;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

public sealed class AdaptiveExecutorTests
{
    private const int Enough = 3000;

    private readonly List<string> _remarks = [];

    [Fact]
    public void Few_documents_are_converted_in_threads_and_no_more_at_once_than_there_are_workers()
    {
        var local = new CountingExecutor();
        var launcher = new ThreadWorkers(_ => new CountingExecutor());
        using var pool = new WorkerPool(launcher, new() { Processes = 2 });
        using var executor = Adaptive(local, pool);
        var documents = Texts(40);
        executor.Expect(documents);

        var results = Run(executor, documents);

        Assert.Equal(40, results.Count(result => result.Status == ConversionStatus.Converted));
        Assert.Equal((40, 0), (local.Executed, launcher.Launched));
        Assert.InRange(local.MostAtOnce, 1, 2);
    }

    [Fact]
    public void Many_documents_are_converted_in_processes_once_those_are_ready()
    {
        var (local, remote) = (new CountingExecutor(), new CountingExecutor());
        using var pool = new WorkerPool(new ThreadWorkers(_ => remote), new() { Processes = 2 });
        using var executor = Adaptive(local, pool);
        var documents = Texts(Enough);
        executor.Expect(documents);
        Assert.True(SpinWait.SpinUntil(() => pool.IsWarm, SessionDriver.Patience));

        var results = Run(executor, documents);

        Assert.Equal(Enough, results.Count(result => result.Status == ConversionStatus.Converted));
        Assert.True(remote.Executed > 0);
        Assert.Equal(Enough, local.Executed + remote.Executed);
        Assert.Empty(_remarks);
    }

    [Fact]
    public void Processes_that_are_warm_take_even_a_few()
    {
        var local = new CountingExecutor();
        using var pool = new WorkerPool(new ThreadWorkers(_ => new CountingExecutor()), new() { Processes = 2 });
        pool.Warm();
        using var executor = Adaptive(local, pool);

        Assert.All(Run(executor, Texts(5)), result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(0, local.Executed);
    }

    [Fact]
    public void Where_processes_cannot_be_had_threads_convert_and_the_reason_is_told_once()
    {
        var local = new CountingExecutor();
        using var pool = new WorkerPool(new NoWorkers(), new() { Processes = 2 });
        using var executor = Adaptive(local, pool);
        var documents = Texts(Enough);
        executor.Expect(documents);
        Assert.True(SpinWait.SpinUntil(() => _remarks.Count > 0, SessionDriver.Patience));

        Assert.All(Run(executor, documents), result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal((Enough, "Documents are converted in threads, because there is no such program."), (local.Executed, Assert.Single(_remarks)));
    }

    [Fact]
    public void Processes_that_are_lost_for_good_leave_the_rest_to_threads()
    {
        var local = new CountingExecutor();
        var pool = new WorkerPool(new ThreadWorkers(_ => new CountingExecutor()), new() { Processes = 2 });
        pool.Warm();
        using var executor = Adaptive(local, pool);
        pool.Dispose();

        Assert.All(Run(executor, Texts(5)), result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(5, local.Executed);
        Assert.Single(_remarks);
    }

    [Fact]
    public void Documents_that_never_end_in_threads_do_not_keep_the_others()
    {
        using var release = new ManualResetEventSlim();
        using var stuck = new CountdownEvent(2);
        var local = new CountingExecutor(work =>
        {
            if (work.Index < 4)
            {
                stuck.Signal();
                release.Wait(SessionDriver.Patience);
            }
        });
        using var pool = new WorkerPool(new NoWorkers(), new() { Processes = 2 });
        using var executor = Adaptive(local, pool);
        var time = new FakeTimeProvider();
        using var session = new BatchSession(
            new BatchOptions { Workers = 2, InHandPerWorker = 2 }, new DocumentProcessor(executor), new TestObserver(), time, CancellationToken.None);
        Assert.All(Texts(20), document => Assert.True(session.TryAdmit(document)));
        session.CompleteAdding();
        for (var pair = 0; pair < 2; pair++)
        {
            Assert.True(stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken));
            stuck.Reset(2);
            time.Advance(TimeSpan.FromSeconds(31));
        }

        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        release.Set();

        Assert.Equal(4, results.Count(result => result.Status == ConversionStatus.TimedOut));
        Assert.Equal(16, results.Count(result => result.Status == ConversionStatus.Converted));
    }

    private static PlannedDocument[] Texts(int count)
        => [.. Enumerable.Range(0, count).Select(index => new PlannedDocument(index, DocumentSource.FromText(new string('x', 8_000 - index), $"{index}.md")))];

    private static List<ConversionResult> Run(IDocumentExecutor executor, IEnumerable<PlannedDocument> documents)
        => SessionDriver.Run(new BatchOptions { Workers = 2, InHandPerWorker = 2 }, new DocumentProcessor(executor), documents);

    private AdaptiveExecutor Adaptive(CountingExecutor local, WorkerPool pool) => new(local, threads: 2, new WorkerExecutor(pool, new(static () => default)), _remarks.Add);

    private sealed class CountingExecutor(Action<DocumentWork>? work = null) : IDocumentExecutor
    {
        private int _executed;
        private int _now;
        private int _most;

        public int Executed => Volatile.Read(ref _executed);

        public int MostAtOnce => Volatile.Read(ref _most);

        public ExecutedDocument Execute(DocumentWork document, IExecution execution)
        {
            Interlocked.Increment(ref _executed);
            var now = Interlocked.Increment(ref _now);
            for (var most = Volatile.Read(ref _most); now > most && Interlocked.CompareExchange(ref _most, now, most) != most;)
            {
                most = Volatile.Read(ref _most);
            }

            work?.Invoke(document);
            Thread.Yield();
            Interlocked.Decrement(ref _now);
            return new() { Source = new(document.Source.Length), Content = new MemoryContent("done"u8.ToArray()) };
        }
    }

    private sealed class NoWorkers : IWorkerLauncher
    {
        public string Name => "nothing";

        public bool IsNative => true;

        public ILaunchedWorker Launch() => throw new WorkerUnavailableException("there is no such program");
    }
}

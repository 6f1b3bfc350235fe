using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Batching;

/// <summary>A process that runs batch after batch, as a session or a service does, ends with what it began with.</summary>
[Collection(Alone.Name)]
public sealed class LeakTests : IDisposable
{
    private const int WarmUp = 50;
    private const int Batches = 150;
    private const int DocumentsPerBatch = 12;
    private const int Stuck = 1;
    private const int Broken = 2;
    private const int Busy = 3;
    private const int Missing = 4;

    private readonly TemporaryFolder _tree = new();
    private readonly TemporaryFolder _output = new();

    // Lives longer than the batches: what they register with it and leave there would stay.
    private readonly CancellationTokenSource _host = new();

    public LeakTests()
    {
        for (var index = 0; index < DocumentsPerBatch; index++)
        {
            _tree.Write($"{index}.md", $"# {index}\n\nSome *text* and a [link](other.md).\n");
        }

        File.Delete(_tree.At($"{Missing}.md"));
    }

    [Fact]
    public void Two_hundred_batches_with_failures_timeouts_retries_and_cancellations_leave_nothing_behind()
    {
        Assert.Null(GrowthOver(RunBatch));
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("handles")]
    [InlineData("bytes")]
    public void What_leaks_one_thread_one_handle_or_ten_kilobytes_a_batch_is_found(string what)
    {
        Assert.SkipWhen(what != "bytes" && !OperatingSystem.IsLinux(), "Threads and handles are counted on Linux only.");
        using var release = new ManualResetEventSlim();
        var leaked = new List<object>();

        // What earlier tests left in pools goes when the collector thinks it is time: as much may go as leaks, but not again and again.
        var growths = Enumerable.Range(0, 3).Select(_ =>
            GrowthOver(_ => leaked.Add(what switch
            {
                "threads" => StartThread(release),
                "handles" => File.OpenHandle(_tree.At("0.md")),
                _ => new byte[10_000],
            })) ?? "");

        Assert.Contains(growths, growth => growth.Contains(what, StringComparison.Ordinal));

        release.Set();
        leaked.OfType<IDisposable>().ToList().ForEach(handle => handle.Dispose());
        leaked.OfType<Thread>().ToList().ForEach(thread => thread.Join());
    }

    public void Dispose()
    {
        _tree.Dispose();
        _output.Dispose();
        _host.Dispose();
    }

    private static string? GrowthOver(Action<int> batch)
    {
        Repeat(WarmUp);
        var before = Footprint.Now();
        Repeat(Batches);
        return Footprint.GrowthSince(before, Batches);

        void Repeat(int times)
        {
            for (var number = 0; number < times; number++)
            {
                batch(number);
            }
        }
    }

    private static Thread StartThread(ManualResetEventSlim release)
    {
        var thread = new Thread(() => release.Wait()) { IsBackground = true, Name = Footprint.WorkerName };
        thread.Start();
        return thread;
    }

    private void RunBatch(int number)
    {
        var time = new FakeTimeProvider();
        using var release = new ManualResetEventSlim();
        using var returned = new CountdownEvent(1);
        var options = new BatchOptions { Workers = 3, Ordered = number % 2 == 0, TimeLimit = TimeSpan.FromSeconds(10) };
        using (var session = new BatchSession(options, Executor(release, returned), new TestObserver(), time, _host.Token))
        {
            foreach (var document in Planned())
            {
                Assert.True(session.TryAdmit(document));
            }

            session.CompleteAdding();
            if (number % 4 == 3)
            {
                session.Cancel();
            }

            var results = 0;
            Assert.True(SpinWait.SpinUntil(
                () =>
                {
                    time.Advance(TimeSpan.FromMilliseconds(500));
                    while (session.TryTake(out _))
                    {
                        results++;
                    }

                    return session.IsCompleted;
                },
                SessionDriver.Patience));
            Assert.Equal(DocumentsPerBatch, results);
        }

        // The thread that was given up ends when its document does.
        release.Set();
        returned.Signal();
        Assert.True(returned.Wait(SessionDriver.Patience));
    }

    private TestExecutor Executor(ManualResetEventSlim release, CountdownEvent returned)
    {
        var real = Processing.ToFiles(new MarkdownConverter(new()), _output.Path);
        return new((document, attempt) =>
        {
            switch (document.Index)
            {
                case Stuck:
                    returned.AddCount();
                    release.Wait(SessionDriver.Patience);
                    returned.Signal();
                    break;
                case Broken:
                    throw new InvalidOperationException("broken");
                case Busy when attempt.Number < 3:
                    throw new DocumentException(Diagnostic.Error("FM9999", "busy"), isTransient: true);
            }

            return real.Process(document, attempt);
        });
    }

    private PlannedDocument[] Planned() =>
    [
        .. Enumerable.Range(0, DocumentsPerBatch).Select(index => new PlannedDocument(
            index, DocumentSource.FromFile(_tree.At($"{index}.md"), 50), _output.At($"{index}.html"), _tree.Path)),
    ];
}

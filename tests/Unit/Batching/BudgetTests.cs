using FastMd.Engine.Batching;
using FastMd.Engine.Pipeline;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class BudgetTests
{
    [Fact]
    public void Documents_in_hand_never_need_more_than_the_byte_budget_and_never_run_further_ahead_than_the_slots()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var options = new BatchOptions
            {
                Workers = random.Next(1, 6),
                WorkingBytes = random.Next(60_000, 600_000),
                ResultSlots = random.Next(2, 12),
                Ordered = random.Next(2) == 0,
                TimeLimit = TimeSpan.Zero,
            };
            long inHand = 0;
            var exceeded = false;
            BatchSession? running = null;
            var executor = new TestExecutor(document =>
            {
                // The least that any document is charged, whatever was learned by then.
                var charge = Math.Min(16_384 + (4 * document.Source.Length), options.WorkingBytes);
                exceeded |= Interlocked.Add(ref inHand, charge) > options.WorkingBytes;
                exceeded |= Volatile.Read(ref running)?.Load.WorkingBytes > options.WorkingBytes;
                Thread.Yield();
                Interlocked.Add(ref inHand, -charge);
            });
            using var session = new BatchSession(options, executor, new TestObserver(), TimeProvider.System, CancellationToken.None);
            Volatile.Write(ref running, session);
            var admitted = 0;
            var emitted = 0;
            foreach (var document in Enumerable.Range(0, 80).Select(index => Documents.Of(index, random.Next(1, 40_000))))
            {
                while (!session.TryAdmit(document))
                {
                    SessionDriver.TakeOne(session);
                    emitted++;
                }

                admitted++;
                exceeded |= admitted - emitted > options.ResultSlots;
            }

            session.CompleteAdding();
            var rest = new List<ConversionResult>();
            SessionDriver.TakeTheRest(session, rest);
            return !exceeded && emitted + rest.Count == 80;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task A_stream_is_drawn_no_further_ahead_of_its_results_than_the_slots()
    {
        var drawn = 0;
        var taken = 0;
        var furthest = 0;
        async IAsyncEnumerable<PlannedDocument> Source()
        {
            for (var index = 0; index < 300; index++)
            {
                Interlocked.Increment(ref drawn);
                yield return Documents.Of(index);
            }

            await Task.CompletedTask;
        }

        var converter = new BatchConverter(
            new BatchOptions { ResultSlots = 5, Workers = 3 }, TestExecutor.Instant, new TestObserver(), TimeProvider.System);
        await foreach (var result in converter.ConvertAsync(Source(), TestContext.Current.CancellationToken))
        {
            Assert.Equal(taken, result.Index);
            furthest = Math.Max(furthest, Volatile.Read(ref drawn) - taken);
            taken++;
        }

        Assert.Equal(300, taken);

        // Five admitted, one drawn that waits for room.
        Assert.InRange(furthest, 1, 7);
    }

    [Fact]
    public void Content_that_waits_for_its_turn_holds_back_admission()
    {
        using var release = new ManualResetEventSlim();
        var executor = new TestExecutor((document, _) =>
        {
            if (document.Index == 0)
            {
                release.Wait(SessionDriver.Patience);
            }

            return Documents.Converted(document, new string('x', 100_000));
        });
        var observer = new TestObserver();
        using var session = new BatchSession(
            new BatchOptions { Workers = 2, WorkingBytes = 500_000 }, executor, observer, TimeProvider.System, CancellationToken.None);
        var admitted = 0;
        bool grew;
        do
        {
            grew = false;
            while (admitted < 1000 && session.TryAdmit(Documents.Of(admitted, 6_000)))
            {
                admitted++;
                grew = true;
            }

            Assert.True(SpinWait.SpinUntil(() => observer.Done.Count >= admitted - 1, SessionDriver.Patience));
        }
        while (grew);

        // Each result parks up to its whole charge, so far fewer than a thousand get in.
        Assert.InRange(admitted, 2, 5);
        release.Set();
        session.CompleteAdding();
        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        Assert.Equal(admitted, results.Count);
    }
}

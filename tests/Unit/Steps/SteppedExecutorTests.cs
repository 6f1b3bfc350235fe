using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Steps;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Tests.Unit.Steps;

public sealed class SteppedExecutorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TimeWithTimers _time = new();

    [Fact]
    public void The_output_is_what_the_step_makes_of_what_was_converted_and_all_else_stays()
    {
        var isGivenBack = false;
        StepInput? seen = null;
        var inner = new Inner(_ => Executed("<p>a</p>", () => isGivenBack = true) with { Title = "A" });

        using var executed = Stepped(inner, input =>
        {
            seen = input;
            return "b";
        }).Execute(Work("guide/a.md"), Attempt());

        Assert.Equal(("b", 1L, "A"), (executed.Content!.ReadText(), executed.Content.Length, executed.Title));
        Assert.Equal(("<p>a</p>", "guide/a.md", "html"), (Encoding.UTF8.GetString(seen!.Content.Span), seen.Name, seen.Target));
        Assert.True(isGivenBack);
    }

    [Fact]
    public void A_document_whose_output_is_current_takes_no_step()
    {
        var inner = new Inner(_ => new() { Source = default, IsCurrent = true });

        using var executed = Stepped(inner, _ => throw new InvalidOperationException()).Execute(Work("a.md"), Attempt());

        Assert.True(executed.IsCurrent);
    }

    [Fact]
    public void A_document_that_is_not_converted_takes_no_step()
        => Assert.Throws<DocumentException>(() => Stepped(
            new Inner(_ => throw new DocumentException(Diagnostic.Error("FM1004", "gone"))), _ => throw new InvalidOperationException()).Execute(Work("a.md"), Attempt()));

    [Fact]
    public async Task The_clock_of_a_document_stands_still_while_it_waits_for_its_turn()
    {
        var ledger = new WaitingLedger(TimeSpan.FromMinutes(10));
        var attempt = Attempt();
        var executor = Stepped(new Inner(_ => Executed("x")), _ => "y", RateLimit.Paid, ledger);

        var running = Task.Run(() => executor.Execute(Work("a.md"), attempt), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => _time.Timers == 1, Patience));
        _time.Advance(TimeSpan.FromMinutes(10));

        (await running).Dispose();
        Assert.Equal(TimeSpan.Zero, attempt.Elapsed);
    }

    [Fact]
    public void The_time_of_the_step_counts()
    {
        var attempt = Attempt();
        using var executed = Stepped(new Inner(_ => Executed("x")), _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(7));
            return "y";
        }).Execute(Work("a.md"), attempt);

        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)), (attempt.Elapsed, executed.Stages.Render));
    }

    [Fact]
    public void An_answer_that_asks_for_a_pause_pushes_the_shared_bucket_back()
    {
        var ledger = new WaitingLedger(TimeSpan.Zero);
        var executor = Stepped(new Inner(_ => Executed("x")), _ => throw StepFailure.Temporary("busy", TimeSpan.FromSeconds(20)), RateLimit.Paid, ledger);

        var refused = Assert.Throws<DocumentException>(() => executor.Execute(Work("a.md"), Attempt()));

        Assert.Equal(TimeSpan.FromSeconds(20), refused.RetryAfter);
        Assert.Equal([("service", TimeSpan.FromSeconds(20))], ledger.Pushed);
    }

    [Fact]
    public void No_service_can_ask_for_more_than_an_hour()
    {
        var ledger = new WaitingLedger(TimeSpan.Zero);
        var executor = Stepped(new Inner(_ => Executed("x")), _ => throw StepFailure.Temporary("busy", TimeSpan.FromDays(1)), RateLimit.None, ledger);

        Assert.Throws<DocumentException>(() => executor.Execute(Work("a.md"), Attempt()));

        Assert.Equal([("service", TimeSpan.FromHours(1))], ledger.Pushed);
    }

    [Fact]
    public void A_turn_ends_with_its_step_however_that_ends()
    {
        var fails = true;
        var executor = Stepped(new Inner(_ => Executed("x")), _ => fails ? throw new InvalidOperationException() : "y", new(100, TimeSpan.FromSeconds(1), 1));
        Assert.Throws<InvalidOperationException>(() => executor.Execute(Work("a.md"), Attempt()));
        fails = false;

        using var executed = executor.Execute(Work("b.md"), Attempt());

        Assert.Equal("y", executed.Content!.ReadText());
    }

    [Fact]
    public void A_document_that_was_given_up_has_no_output()
    {
        using var abandoned = new CancellationTokenSource();
        var executor = Stepped(new Inner(_ => Executed("x")), _ =>
        {
            abandoned.Cancel();
            return "y";
        });

        Assert.Throws<OperationCanceledException>(() => executor.Execute(Work("a.md"), new Attempt(1, _time, abandoned.Token)));
    }

    private SteppedExecutor Stepped(IDocumentExecutor inner, Func<StepInput, string> step, RateLimit? limit = null, IRateLedger? ledger = null)
        => new(
            inner,
            new(new DelegateStep((input, _) => Encoding.UTF8.GetBytes(step(input))), "test")
            {
                Target = "html",
                Extension = ".html",
                Resource = "service",
                Limit = limit ?? RateLimit.None,
                Ledger = ledger,
            },
            _time);

    private static DocumentWork Work(string name) => new(0, DocumentSource.FromText("text", name)) { NameInTree = name };

    private Attempt Attempt() => new(1, _time, TestContext.Current.CancellationToken);

    private static ExecutedDocument Executed(string content, Action? release = null)
        => new() { Source = default, Content = new MemoryContent(Encoding.UTF8.GetBytes(content), release) };

    private sealed class Inner(Func<DocumentWork, ExecutedDocument> execute) : IDocumentExecutor
    {
        public ExecutedDocument Execute(DocumentWork work, IExecution execution) => execute(work);
    }

    private sealed class WaitingLedger(TimeSpan wait) : IRateLedger
    {
        public List<(string Resource, TimeSpan Pause)> Pushed { get; } = [];

        public TimeSpan Reserve(string resource, RateLimit limit) => wait;

        public void PushBack(string resource, TimeSpan pause) => Pushed.Add((resource, pause));
    }

    /// <summary>Time that tells who waits for it.</summary>
    private sealed class TimeWithTimers : FakeTimeProvider
    {
        private int _timers;

        public int Timers => Volatile.Read(ref _timers);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _timers);
            return timer;
        }
    }
}

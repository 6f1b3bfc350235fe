using System.Text;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Coordination.Nats;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Coordination.Nats;

/// <summary>A job at a real server: what workers hold, what they lose, and whose result counts.</summary>
public sealed class NatsWorkSourceTests : IAsyncLifetime
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(1);

    private readonly List<IDisposable> _open = [];
    private NatsServer? _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Absent);
        _server = await NatsServer.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _open.Reverse();
        _open.ForEach(static opened => opened.Dispose());
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Documents_are_handed_over_once_a_worker_is_done_with_them()
    {
        var source = Publish(["a", "b"]);
        Assert.Null(source.Claim());
        using var worker = new Life(_server!.Url);

        await worker.DoAsync(ShortLease);
        var claim = await UntilAsync(source.Claim);

        Assert.Equal([0, 1], claim.Items);
        Assert.Equal("did a", Encoding.UTF8.GetString(source.OutcomeOf(0)!.Facts.Span));
        Assert.True(source.TryClaimEnd());
        source.CompleteEnd();
        Assert.True(source.Progress.IsOver);
    }

    [Fact]
    public async Task The_documents_of_a_chunk_that_ends_its_workers_are_tried_one_by_one_and_the_bad_one_is_given_up()
    {
        var source = Publish(["a", "bad", "c"], ShortLease, attempts: 2);
        var deaths = 0;
        while (source.Claim() is null)
        {
            using var worker = new Life(_server!.Url);
            deaths += await worker.DoAsync(ShortLease, diesOf: "bad", until: () => source.Progress.Pending == 0) ? 0 : 1;
        }

        Assert.Equal(2 + 2, deaths);
        Assert.Equal(DiagnosticCodes.WorkersLost, source.OutcomeOf(1)!.Error!.Code);
        Assert.Contains("2 workers ended", source.OutcomeOf(1)!.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(["did a", "did c"], new[] { 0, 2 }.Select(item => Encoding.UTF8.GetString(source.OutcomeOf(item)!.Facts.Span)));
    }

    [Fact]
    public async Task A_worker_that_was_silent_for_too_long_holds_nothing_and_its_result_does_not_count()
    {
        var source = Publish(["a"], ShortLease);
        using var silent = new Life(_server!.Url, isAdvancing: false);
        var held = await silent.ClaimAsync();
        Assert.True(silent.Holds(held));
        using var other = new Life(_server.Url);
        var taken = await other.ClaimAsync();

        Assert.False(silent.Holds(held));
        Assert.True(other.Holds(taken));
        silent.Complete(held, "old");
        other.Complete(taken, "new");
        await UntilAsync(source.Claim);

        // Either is the same to the byte in a real job; the first one counts, and there is one.
        Assert.Contains(Encoding.UTF8.GetString(source.OutcomeOf(0)!.Facts.Span), (string[])["old", "new"]);
        Assert.Null(source.Claim());
    }

    [Fact]
    public async Task A_worker_that_is_at_a_document_for_longer_than_its_lease_keeps_it()
    {
        Publish(["a"], ShortLease);
        using var busy = new Life(_server!.Url);
        var held = await busy.ClaimAsync();

        await Task.Delay(3 * ShortLease, Cancellation);

        Assert.True(busy.Holds(held));
    }

    [Fact]
    public async Task A_job_that_is_published_again_hears_what_it_had_heard_and_asks_again_for_what_does_not_hold()
    {
        var first = Publish(["a"]);
        using (var worker = new Life(_server!.Url))
        {
            await worker.DoAsync(ShortLease);
        }

        await UntilAsync(first.Claim);
        _open.ForEach(static opened => opened.Dispose());
        _open.Clear();

        var second = Publish(["a"]);
        await UntilAsync(second.Claim);
        Assert.Equal("did a", Encoding.UTF8.GetString(second.OutcomeOf(0)!.Facts.Span));
        _open.ForEach(static opened => opened.Dispose());
        _open.Clear();

        var third = Publish(["a"], isIntact: static (_, _) => false);
        using var again = new Life(_server.Url);
        Assert.Equal("a", Encoding.UTF8.GetString((await again.ClaimAsync()).Work[0].Span));
        Assert.Null(third.Claim());
    }

    [Fact]
    public async Task A_worker_that_leaves_gives_back_what_it_did_not_do()
    {
        Publish(["a"]);
        using (var first = new Life(_server!.Url))
        {
            await first.ClaimAsync();
            first.Leave();
        }

        using var second = new Life(_server.Url);
        Assert.True((await second.ClaimAsync()).IsRepeated);
    }

    [Fact]
    public async Task What_a_worker_refuses_is_told_with_its_reason()
    {
        var source = Publish(["a"]);
        using var worker = new Life(_server!.Url);
        var claim = await worker.ClaimAsync();
        worker.Refuse(claim, "it differs");

        await UntilAsync(() =>
        {
            source.Renew();
            return source.TryTakeNotice(out var notice) && notice.Message.Contains("it differs", StringComparison.Ordinal) ? notice : null;
        });
        Assert.True((await worker.ClaimAsync()).IsRepeated);
    }

    private static async Task<T> UntilAsync<T>(Func<T?> look)
        where T : class
    {
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            await Task.Delay(5, Cancellation);
        }
    }

    private IWorkSource Publish(string[] names, TimeSpan? lease = null, int attempts = 3, Func<int, ItemOutcome, bool>? isIntact = null)
    {
        var broker = NatsBroker.Connect(_server!.Url, static _ => null, TimeProvider.System);
        var source = broker.Publisher(new ClusterJob("00ff", "1", "a job", lease ?? TimeSpan.FromSeconds(30), attempts, new byte[] { 1 }).Anew(), isOrdered: true);
        _open.Add(broker);
        _open.Add(source);
        source.Publish(new("/", "html", default, [.. names.Select(name => new PlanItem(name, 1, default))])
        {
            Remote = new(item => Encoding.UTF8.GetBytes(names[item]), isIntact ?? (static (_, _) => true)),
        });
        return source;
    }

    /// <summary>The life of a worker: where it ends without a word, the server has to find out.</summary>
    private sealed class Life(string url, bool isAdvancing = true) : IDisposable
    {
        private readonly NatsBroker _broker = NatsBroker.Connect(url, static _ => null, TimeProvider.System);
        private IWorkClaims? _claims;

        /// <summary>Does chunks until there are none for a while; false where it died of one.</summary>
        public async Task<bool> DoAsync(TimeSpan patience, string? diesOf = null, Func<bool>? until = null)
        {
            for (var since = TimeProvider.System.GetTimestamp(); until is null ? TimeProvider.System.GetElapsedTime(since) < patience : !until();)
            {
                if ((await JoinAsync()).Claim() is not { } claim)
                {
                    await Task.Delay(5, Cancellation);
                    continue;
                }

                var names = claim.Work.Select(static work => Encoding.UTF8.GetString(work.Span)).ToList();
                if (names.Contains(diesOf!))
                {
                    return false;
                }

                for (var i = 0; i < claim.Items.Count; i++)
                {
                    _claims!.Complete(claim.Items[i], new() { Facts = Encoding.UTF8.GetBytes($"did {names[i]}") });
                }
            }

            return true;
        }

        public async Task<WorkClaim> ClaimAsync()
        {
            var claims = await JoinAsync();
            return await UntilAsync(claims.Claim);
        }

        public bool Holds(WorkClaim claim) => _claims!.Holds(claim.Items[0]);

        public void Complete(WorkClaim claim, string what) => _claims!.Complete(claim.Items[0], new() { Facts = Encoding.UTF8.GetBytes(what) });

        public void Refuse(WorkClaim claim, string why) => _claims!.Complete(claim.Items[0], new(new("FM4018", why), IsFinal: false));

        public void Leave() => _claims!.Dispose();

        public void Dispose() => _broker.Dispose();

        private async Task<IWorkClaims> JoinAsync() => _claims ??= _broker.Join((await UntilAsync(() => _broker.Jobs() is [{ } job, ..] ? job : null)), 1, () => isAdvancing);
    }
}

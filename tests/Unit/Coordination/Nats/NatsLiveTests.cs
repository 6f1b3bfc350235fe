using FastMd.Engine.Coordination.Nats;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Coordination.Nats;

/// <summary>What processes tell of themselves at a real server.</summary>
public sealed class NatsLiveTests : IAsyncDisposable
{
    private NatsServer? _server;

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Of_what_was_told_so_much_is_kept_the_newest_of_it()
    {
        using var broker = await ConnectAsync();
        _ = broker.Told();
        for (var number = 0; number < 1010; number++)
        {
            broker.Tell("job", $"{number}", BitConverter.GetBytes(number));
        }

        int[] told = [];
        Assert.True(SpinWait.SpinUntil(() => (told = Told()) is [10, .., 1009], TimeSpan.FromSeconds(30)), $"{told.Length} from {told.FirstOrDefault()}");
        Assert.Equal(Enumerable.Range(10, 1000), told);

        int[] Told() => [.. broker.Told().Select(static told => BitConverter.ToInt32(told)).Order()];
    }

    // Each that waited for an answer would take two seconds.
    [Fact(Timeout = 30_000)]
    public async Task Where_it_is_not_permitted_a_job_does_not_wait_for_it_each_time()
    {
        using var broker = await ConnectAsync("""
            no_auth_user: worker
            authorization { users = [ { user: worker, password: secret, permissions: { publish: { deny: ["$KV.fastmd-live.>"] } } } ] }
            """);

        await Task.Run(() =>
        {
            for (var number = 0; number < 100; number++)
            {
                broker.Tell("job", "one", [1]);
            }
        }, TestContext.Current.CancellationToken);

        Assert.Empty(broker.Told());
    }

    private async Task<NatsBroker> ConnectAsync(string settings = "")
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Absent);
        _server = await NatsServer.StartAsync(settings);
        return NatsBroker.Connect(_server.Url, static _ => null, TimeProvider.System);
    }
}

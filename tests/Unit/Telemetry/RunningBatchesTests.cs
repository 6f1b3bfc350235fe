using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

public class RunningBatchesTests
{
    private readonly FakeTimeProvider _time = new();
    private int _worthwhile;

    [Fact]
    public void A_batch_that_lasts_for_a_second_is_worth_listening_to()
    {
        using var batch = Batches().Add(new Batch(1, 0, 0), _time);

        _time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal(0, _worthwhile);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, _worthwhile);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _worthwhile);
    }

    [Fact]
    public void A_batch_that_is_over_sooner_is_not()
    {
        Batches().Add(new Batch(1, 0, 0), _time).Dispose();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _worthwhile);
    }

    [Fact]
    public void Batches_that_come_and_go_at_once_all_leave()
    {
        var batches = Batches();
        using var stays = batches.Add(new Batch(1, 2, 10), _time);

        Parallel.For(0, 1000, index => batches.Add(new Batch(index, index, index), _time).Dispose());

        Assert.Equal(10, batches.WindowBytes());
        Assert.Equal([1L, 2L], batches.Workers().Select(workers => workers.Value));
    }

    private RunningBatches Batches() => new(() => _worthwhile++);
}

using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public sealed class ExhaustionTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_process_that_gets_no_more_memory_says_what_to_do()
    {
        _process.InputStream = new Starving();

        var outcome = await _process.RunAsync("-");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Equal(Exhaustion.Message, outcome.Messages.TrimEnd());
    }

    [Fact]
    public void Exhaustion_is_seen_behind_what_a_parallel_loop_or_a_task_makes_of_it()
    {
        Assert.True(Exhaustion.IsBehind(new AggregateException(new IOException(), new TaskSchedulerException(new InsufficientMemoryException()))));
        Assert.True(Exhaustion.IsBehind(new TypeInitializationException("T", new IOException("Too many open files"))));
        Assert.False(Exhaustion.IsBehind(new AggregateException(new IOException(), new InvalidOperationException())));
    }

    private sealed class Starving : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InsufficientMemoryException();
    }
}

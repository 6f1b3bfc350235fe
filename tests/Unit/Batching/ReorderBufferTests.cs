using FastMd.Engine.Batching;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class ReorderBufferTests
{
    [Fact]
    public void Results_leave_in_sequence_whatever_order_they_come_in()
    {
        Prop.ForAll<int, PositiveInt>((seed, count) =>
        {
            var sequence = Enumerable.Range(0, count.Get).ToArray();
            var arrivals = sequence.ToArray();
            new Random(seed).Shuffle(arrivals);
            var buffer = new ReorderBuffer<int>(ordered: true);
            var left = new List<int>();
            foreach (var arrival in arrivals)
            {
                buffer.Add(arrival, arrival);
                while (buffer.TryTake(out var result))
                {
                    left.Add(result);
                }
            }

            return left.SequenceEqual(sequence) && buffer.Count == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_order_results_leave_as_they_come()
    {
        var buffer = new ReorderBuffer<string>(ordered: false);
        buffer.Add(2, "two");
        buffer.Add(0, "zero");

        Assert.True(buffer.HasNext);
        Assert.True(buffer.TryTake(out var first));
        Assert.Equal("two", first);
    }

    [Fact]
    public void A_gap_holds_back_what_comes_after_it()
    {
        var buffer = new ReorderBuffer<string>(ordered: true);
        buffer.Add(1, "one");

        Assert.False(buffer.HasNext);
        Assert.False(buffer.TryTake(out _));
        Assert.Equal(1, buffer.Count);
        Assert.Equal(0, buffer.Next);
    }
}

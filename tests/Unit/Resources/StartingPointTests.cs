using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Resources;

public sealed class StartingPointTests
{
    private const long MegaByte = 1024 * 1024;

    [Theory]
    [InlineData(8, 16_000, 8)]
    [InlineData(64, 256, 10)]
    [InlineData(4, 10, 1)]
    public void There_are_as_many_workers_as_processors_if_there_is_memory_for_them(int processors, long megaBytes, int workers)
        => Assert.Equal(workers, new StartingPoint(processors, megaBytes * MegaByte).Workers);

    [Theory]
    [InlineData(512, 16_000, 512)]
    [InlineData(512, 400, 300)]
    public void A_budget_leaves_a_part_of_a_small_memory_to_the_process(long wanted, long megaBytes, long allowed)
        => Assert.Equal(allowed * MegaByte, new StartingPoint(2, megaBytes * MegaByte).WorkingBytes(wanted * MegaByte));

    [Fact]
    public void Where_memory_cannot_be_told_processors_and_the_wish_decide()
    {
        var unknown = new StartingPoint(6, 0);

        Assert.Equal((6, 512), (unknown.Workers, unknown.WorkingBytes(512)));
    }

    [Fact]
    public void This_process_has_some_memory()
        => Assert.InRange(StartingPoint.OfThisProcess.WorkingBytes(long.MaxValue), 32 * MegaByte, long.MaxValue - 1);
}

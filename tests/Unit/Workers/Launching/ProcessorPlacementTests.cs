using FastMd.Engine.Configuration;
using FastMd.Engine.Workers.Launching;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Workers.Launching;

public sealed class ProcessorPlacementTests
{
    private static readonly IReadOnlyList<IReadOnlyList<int>> Nodes = [[0, 1, 4], [2, 3, 5], [6]];

    [Fact]
    public void Without_affinity_a_process_may_use_all_processors()
        => Assert.Empty(new ProcessorPlacement(ProcessAffinity.None, [0, 1, 2], Nodes).Next());

    [Fact]
    public void Processes_take_processors_in_turn()
    {
        var placement = new ProcessorPlacement(ProcessAffinity.Processor, [1, 3, 5], Nodes);

        Assert.Equal([1, 3, 5, 1], Enumerable.Range(0, 4).SelectMany(_ => placement.Next()));
    }

    [Fact]
    public void Processes_take_nodes_in_turn_as_far_as_they_may()
    {
        var placement = new ProcessorPlacement(ProcessAffinity.Node, [0, 1, 2, 3], Nodes);

        Assert.Equal([0, 1], placement.Next());
        Assert.Equal([2, 3], placement.Next());
        Assert.Equal([0, 1], placement.Next());
    }

    [Theory]
    [InlineData(ProcessAffinity.Processor)]
    [InlineData(ProcessAffinity.Node)]
    public void Where_there_is_one_place_nobody_is_placed(ProcessAffinity affinity)
        => Assert.Empty(new ProcessorPlacement(affinity, [2], [[0, 1, 2]]).Next());

    [Fact]
    public void Nodes_are_read_as_linux_lists_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("node0/cpulist", "0-2,8\n");
        folder.Write("node1/cpulist", "3,9-10\n");
        folder.Write("has_cpu", "0-1");

        Assert.Equal([[0, 1, 2, 8], [3, 9, 10]], ProcessorPlacement.Nodes(folder.Path));
        Assert.Empty(ProcessorPlacement.Nodes(folder.At("nowhere")));
    }
}

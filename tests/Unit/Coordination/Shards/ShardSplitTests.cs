using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Shards;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Coordination.Shards;

public class ShardSplitTests
{
    private static readonly Gen<Tree> Trees =
        from sizes in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 100_000), Gen.Choose(0, 50_000_000)).ArrayOf()
        from shards in Gen.Choose(1, 9)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Tree([.. sizes.Select((size, at) => new PlanItem($"d{at % 7}/page{at}.md", size, default))], shards, seed);

    [Fact]
    public void Each_document_is_in_one_shard_of_those_there_are()
        => TestSupport.Property.Holds(Trees, tree =>
        {
            var shardOf = ShardSplit.Of(tree.Items, tree.Shards);
            return shardOf.Length == tree.Items.Length && shardOf.All(shard => shard >= 0 && shard < tree.Shards);
        });

    [Fact]
    public void No_two_shards_differ_by_more_than_one_document_costs()
        => TestSupport.Property.Holds(Trees, tree =>
        {
            var loads = new long[tree.Shards];
            foreach (var (item, shard) in tree.Items.Zip(ShardSplit.Of(tree.Items, tree.Shards)))
            {
                loads[shard] += ShardSplit.CostOf(item);
            }

            return loads.Max() - loads.Min() <= tree.Items.Select(ShardSplit.CostOf).DefaultIfEmpty().Max();
        });

    [Fact]
    public void The_order_in_which_documents_are_found_changes_nothing()
        => TestSupport.Property.Holds(Trees, tree =>
        {
            PlanItem[] shuffled = [.. tree.Items];
            new Random(tree.Seed).Shuffle(shuffled);
            var one = tree.Items.Zip(ShardSplit.Of(tree.Items, tree.Shards)).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            var other = shuffled.Zip(ShardSplit.Of(shuffled, tree.Shards)).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            return one.OrderBy(pair => pair.Key).SequenceEqual(other.OrderBy(pair => pair.Key)) && ShardSplit.HashOf(tree.Items) == ShardSplit.HashOf(shuffled);
        });

    [Fact]
    public void A_split_is_the_same_in_every_version_that_merges_with_this_one()
        => Assert.Equal([1, 0, 1, 2, 2, 2], ShardSplit.Of([Item("e", 20_000), Item("a", 90_000), Item("b", 40_000), Item("c", 30_000), Item("d", 20_000), Item("f", 10)], 3));

    [Fact]
    public void A_document_that_is_listed_twice_is_in_one_shard()
    {
        var shardOf = ShardSplit.Of([Item("a", 5), Item("b", 5), Item("a", 5), Item("c", 5)], 3);

        Assert.Equal(shardOf[0], shardOf[2]);
        Assert.Equal([0, 1, 2], shardOf.Distinct().Order());
    }

    [Fact]
    public void Other_names_sizes_or_documents_are_another_tree()
    {
        PlanItem[] tree = [Item("a", 5), Item("b", 6)];

        Assert.NotEqual(ShardSplit.HashOf(tree), ShardSplit.HashOf([Item("a", 5), Item("b", 7)]));
        Assert.NotEqual(ShardSplit.HashOf(tree), ShardSplit.HashOf([Item("a", 5), Item("c", 6)]));
        Assert.NotEqual(ShardSplit.HashOf(tree), ShardSplit.HashOf([Item("a", 5)]));
    }

    private static PlanItem Item(string name, long bytes) => new(name, bytes, default);

    private sealed record Tree(PlanItem[] Items, int Shards, int Seed)
    {
        public override string ToString() => $"{Shards} shards of {string.Join(", ", Items.Select(item => item.Bytes))}";
    }
}

using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>
/// Splits documents into shards that cost about the same, by their sizes and names only: every machine that sees the same tree comes to the same split.
/// The largest document goes first, each to the shard that has least so far, so no two shards differ by more than one document costs.
/// </summary>
internal static class ShardSplit
{
    /// <summary>What a document costs besides its bytes, in bytes: to open, to create and to rename a file takes about as long as to convert that many.</summary>
    public const long CostOfDocument = 8 * 1024;

    /// <summary>What a document costs, in bytes.</summary>
    public static long CostOf(PlanItem item) => item.Bytes + CostOfDocument;

    /// <summary>The shard of each document, from 0, in the order of the documents. One that is listed twice is in one shard.</summary>
    /// <param name="items">The documents.</param>
    /// <param name="shards">How many shards there are.</param>
    public static int[] Of(IReadOnlyList<PlanItem> items, int shards)
    {
        var shardOf = new int[items.Count];
        var loads = new PriorityQueue<int, (long Cost, int Shard)>(Enumerable.Range(0, shards).Select(static shard => (shard, (0L, shard))));
        var before = -1;
        foreach (var item in Sorted(items))
        {
            if (before >= 0 && items[before].Name == items[item].Name)
            {
                shardOf[item] = shardOf[before];
                continue;
            }

            loads.TryPeek(out var lightest, out var load);
            loads.DequeueEnqueue(lightest, (load.Cost + CostOf(items[item]), lightest));
            shardOf[item] = lightest;
            before = item;
        }

        return shardOf;
    }

    /// <summary>A hash of what the split depends on: shards that differ in it were made of different trees.</summary>
    /// <param name="items">The documents.</param>
    public static ContentHash HashOf(IReadOnlyList<PlanItem> items)
    {
        var writer = new RecordWriter();
        foreach (var item in Sorted(items))
        {
            writer.Text(items[item].Name);
            writer.Number(items[item].Bytes);
        }

        return ContentHash.Of(writer.Written);
    }

    /// <summary>Positions of the documents: the largest first, those of one size by name.</summary>
    private static int[] Sorted(IReadOnlyList<PlanItem> items)
    {
        var sorted = new int[items.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = i;
        }

        Array.Sort(sorted, (left, right) => items[right].Bytes.CompareTo(items[left].Bytes) is not 0 and var bySize
            ? bySize
            : string.CompareOrdinal(items[left].Name, items[right].Name) is not 0 and var byName ? byName : left.CompareTo(right));
        return sorted;
    }
}

using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Merging;

/// <summary>Whether shards are of one job, all of it, and do not contradict each other.</summary>
internal static class MergeChecks
{
    // Who named the wrong folders needs no list of thousands.
    private const int Named = 10;

    /// <summary>What keeps shards from being merged, before their outputs are looked at.</summary>
    /// <param name="shards">The shards, at least one.</param>
    /// <param name="isPartial">Whether shards may be missing, or not finished.</param>
    public static IEnumerable<Diagnostic> Fit(IReadOnlyList<ShardFolder> shards, bool isPartial)
    {
        var first = shards[0];
        foreach (var other in shards.Skip(1))
        {
            if (DifferenceOf(first.Record, other.Record) is { } difference)
            {
                yield return Unfit($"{first.Name} and {other.Name} {difference}.");
            }
        }

        foreach (var same in shards.GroupBy(static shard => shard.Record.Number).Where(static same => same.Count() > 1))
        {
            yield return Unfit($"Shard {same.Key} is there more than once: {string.Join(", ", same.Select(static shard => $"'{shard.Path}'"))}; name one of them.");
        }

        if (isPartial)
        {
            yield break;
        }

        var total = first.Record.Number.Total;
        int[] missing = [.. Enumerable.Range(1, total).Except(shards.Select(static shard => shard.Record.Number.Index))];
        if (missing.Length > 0)
        {
            yield return Unfit($"{Shards(missing)} of {total} {(missing.Length == 1 ? "is" : "are")} missing; name {(missing.Length == 1 ? "its directory" : "their directories")}, or merge what there is with --partial.");
        }

        foreach (var unfinished in shards.Where(static shard => !shard.Record.IsFinished))
        {
            yield return Unfit($"{unfinished.Name} was not finished: its run was cancelled or killed, or is still going on; convert it again, or merge what there is with --partial.");
        }
    }

    /// <summary>The outputs of all shards, one of each name; what two of them wrote differently is told.</summary>
    /// <param name="shards">The shards.</param>
    /// <param name="problems">Receives what keeps them from being merged.</param>
    public static IReadOnlyList<MergedOutput> Joined(IReadOnlyList<ShardFolder> shards, List<Diagnostic> problems)
    {
        // On some file systems names that differ in case are one file, so here they are on all.
        var byName = new Dictionary<string, MergedOutput>(StringComparer.OrdinalIgnoreCase);
        foreach (var output in shards.SelectMany(static shard => shard.Outputs()))
        {
            if (byName.TryAdd(output.Record.Output, output))
            {
                continue;
            }

            var before = byName[output.Record.Output];
            if (before.Record.Output != output.Record.Output || before.Record.OutputHash != output.Record.OutputHash || before.Record.OutputLength != output.Record.OutputLength)
            {
                problems.Add(Diagnostic.Error(
                    DiagnosticCodes.ShardsOverlap,
                    $"{before.Shard.Name} and {output.Shard.Name} both wrote '{output.Record.Output}', and differently; see to it that all shards were converted from the same files."));
            }
        }

        return [.. byName.Values.OrderBy(static output => output.Record.Output, StringComparer.Ordinal)];
    }

    /// <summary>The outputs that are there as they were written; of others it is told, but for those of documents that failed since.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="problems">Receives what keeps them from being merged.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<MergedOutput> Intact(IReadOnlyList<MergedOutput> outputs, List<Diagnostic> problems, CancellationToken cancellation)
    {
        var isIntact = new bool[outputs.Count];
        var reasons = new string?[outputs.Count];
        Parallel.For(0, outputs.Count, new ParallelOptions { CancellationToken = cancellation }, i => (isIntact[i], reasons[i]) = Look(outputs[i], cancellation));
        string[] changed = [.. outputs.Select((output, at) => reasons[at] is { } reason ? $"'{output.Path}', which {output.Shard.Name} wrote, {reason}" : null).OfType<string>()];
        problems.AddRange(changed.Take(Named).Select(static problem => Unfit($"{problem}; convert the shard again, or copy it again.")));
        if (changed.Length > Named)
        {
            problems.Add(Unfit($"{changed.Length - Named} more outputs are not what the shards wrote."));
        }

        return [.. outputs.Where((_, at) => isIntact[at])];
    }

    private static Diagnostic Unfit(string problem) => Diagnostic.Error(DiagnosticCodes.ShardsUnfit, problem);

    private static (bool IsIntact, string? Problem) Look(MergedOutput output, CancellationToken cancellation)
    {
        try
        {
            return FileStamp.Of(output.Path) is not { } stamp ? (false, "is gone")
                : stamp.Length == output.Record.OutputLength && ContentHash.OfFile(output.Path, cancellation) == output.Record.OutputHash ? (true, null)

                // Announced, and never written: the document failed, and what it had become before stayed.
                : output.Record.Before is not null && output.Shard.IsAsWritten(output.Record) ? (false, null)
                : (false, "was changed, or cut off");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (false, $"cannot be read ({unreadable.Message.TrimEnd('.')})");
        }
    }

    private static string? DifferenceOf(ShardRecord one, ShardRecord other)
        => one.Number.Total != other.Number.Total ? "are of different splits"
            : one.Fingerprint.Target != other.Fingerprint.Target ? $"were converted to different targets, {one.Fingerprint.Target} and {other.Fingerprint.Target}"
            : one.Fingerprint.Engine != other.Fingerprint.Engine ? "were converted by different versions of FastMd"
            : one.Fingerprint.Options != other.Fingerprint.Options ? "were converted with different options"
            : one.Fingerprint.Template != other.Fingerprint.Template ? "were converted with different templates"
            : one.Split != other.Split ? "were split from different documents: their names or sizes were not the same on both machines"
            : null;

    /// <summary><c>Shards 2, 5 and 6</c>.</summary>
    private static string Shards(int[] numbers)
    {
        var shown = numbers.Length <= Named ? numbers.Select(static number => $"{number}").ToList() : [.. numbers.Take(Named).Select(static number => $"{number}"), $"{numbers.Length - Named} more"];
        return shown.Count == 1 ? $"Shard {shown[0]}" : $"Shards {string.Join(", ", shown.SkipLast(1))} and {shown[^1]}";
    }
}

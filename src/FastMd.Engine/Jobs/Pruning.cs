using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs;

/// <summary>Finds and removes outputs that FastMd wrote and that no run would write any more.</summary>
/// <param name="state">What FastMd wrote.</param>
/// <param name="tree">The destination.</param>
/// <param name="map">Where files go in it.</param>
/// <param name="planner">What this run plans.</param>
/// <param name="places">Says which files of a tree belong to it.</param>
/// <param name="documents">Which files of a folder are documents.</param>
internal sealed class Pruning(BuildState state, OutputTree tree, OutputMap map, ConversionPlanner planner, AssetPlaces places, DocumentFilter documents)
{
    public IReadOnlyList<StaleOutput> Find()
    {
        var stale = new List<StaleOutput>();
        var live = new HashSet<string>(PathRules.Comparer);
        var outputs = state.Outputs.OrderBy(output => output.Output, StringComparer.Ordinal).ToList();

        // What an earlier run wrote may be what this one reads.
        foreach (var output in outputs.Where(output => !output.IsAsset && !planner.Reads(state.PathOf(output))))
        {
            if (WhyStale(output) is { } reason)
            {
                stale.Add(new(state.PathOf(output), reason, output));
            }
            else
            {
                live.UnionWith(output.Assets().Select(asset => PlaceOf(asset, output.BasePath)).OfType<string>());
            }
        }

        foreach (var output in outputs.Where(output => output is { IsAsset: true, IsFound: false } && !planner.Reads(state.PathOf(output))))
        {
            var path = state.PathOf(output);
            if (!live.Contains(path) || PathKinds.IsGone(output.Source))
            {
                stale.Add(new(path, live.Contains(path) ? $"'{output.Source}' is gone" : "no document refers to it any more", output));
            }
        }

        return stale;
    }

    /// <summary>Removes a file; gives what a person should know of it where it stays.</summary>
    public Diagnostic? Remove(StaleOutput output)
    {
        if (File.Exists(output.Path))
        {
            if (!state.IsAsWritten(output.Record))
            {
                return Diagnostic.Warning(
                    DiagnosticCodes.OutputEdited, "The file is out of date, but was edited since FastMd wrote it: it stays. Remove it, or keep it elsewhere.");
            }

            try
            {
                tree.Delete(output.Path);
            }
            catch (DocumentException failure)
            {
                return failure.Diagnostic;
            }
        }

        state.Remove(output.Record);
        return null;
    }

    /// <summary>Where a file was copied; null where it has no place, and was not.</summary>
    private string? PlaceOf(string asset, string basePath)
    {
        try
        {
            return places.Against(asset, basePath) is null ? map.CopyOf(asset, basePath) : null;
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    private bool IsAt(string place, RecordedOutput output)
        => PathRules.Comparer.Equals(place, state.PathOf(output)) || ErrorFiles.IsOf(map, state.PathOf(output), output.Source, output.BasePath);

    private string? WhyStale(RecordedOutput output)
        => PathKinds.IsGone(output.Source) ? $"'{output.Source}' is gone"
            : planner.PlaceOf(output.Source) is { } place ? (IsAt(place, output) ? null : $"'{output.Source}' is now '{place}'")
            : documents.LeavesOut(Path.GetRelativePath(output.BasePath, output.Source)) ? $"'{output.Source}' is left out"
            : places.Against(output.Source, output.BasePath) is { } reason ? $"'{output.Source}' is left out: {reason.TrimEnd('.')}"
            : null;
}

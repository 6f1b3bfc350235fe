using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>Finds and removes outputs that FastMd wrote and that no run would write any more.</summary>
/// <param name="state">What FastMd wrote.</param>
/// <param name="tree">The destination.</param>
/// <param name="map">Where files go in it.</param>
/// <param name="planner">What this run plans.</param>
/// <param name="places">Says which files of a tree belong to it.</param>
/// <param name="documents">Which files of a folder are documents.</param>
/// <param name="target">Name of what documents are converted to: of outputs of another target it only counts whether their sources are there.</param>
internal sealed class Pruning(
    BuildState state, OutputTree tree, OutputMap map, ConversionPlanner planner, AssetPlaces places, DocumentFilter documents, string target)
{
    /// <summary>The files that were made of several documents, by absolute path; null where none were, and those of earlier runs are not judged.</summary>
    public IReadOnlySet<string>? Products { get; set; }

    /// <summary>The outputs that no run would write any more.</summary>
    public IReadOnlyList<StaleOutput> Find()
    {
        var stale = new List<StaleOutput>();
        var live = new HashSet<string>(PathRules.Comparer);
        var outputs = state.Outputs.OrderBy(output => output.Output, StringComparer.Ordinal).ToList();

        // What an earlier run wrote may be what this one reads.
        foreach (var output in outputs.Where(output => output.Kind != OutputKind.Asset && !planner.Reads(state.PathOf(output))))
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

        foreach (var output in outputs.Where(output => output is { Kind: OutputKind.Asset, IsFound: false } && !planner.Reads(state.PathOf(output))))
        {
            var path = state.PathOf(output);
            if (output.Part.Length > 0)
            {
                if (WhyStaleInBook(output) is { } reason)
                {
                    stale.Add(new(path, reason, output));
                }
            }
            else if (!live.Contains(path) || PathKinds.IsGone(output.Source))
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

    /// <summary>Where a run of now would put an output; null where it would put none there.</summary>
    private string? PlaceNow(RecordedOutput output)
        => planner.PlaceOf(output.Source, output.Part) is not { } place ? null
            : output.Kind == OutputKind.ErrorFile && ErrorFiles.PathOf(map, DocumentSource.PlaceOf(output.Source, output.Part), output.BasePath) is { } errors && IsAt(errors, output) ? errors
            : place;

    private bool IsAt(string place, RecordedOutput output) => PathRules.Comparer.Equals(place, state.PathOf(output));

    private string? WhyStaleInBook(RecordedOutput output)
        => PathKinds.IsGone(output.Source) ? $"'{output.Source}' is gone"
            : !planner.HasListedFilesOf(output.Source) || (PlaceNow(output) is { } place && IsAt(place, output)) ? null
            : $"'{output.Source}' has no file '{output.Part}' any more that a chapter refers to";

    private string? WhyStaleProduct(RecordedOutput output)
        => !Path.Exists(output.Source) ? $"'{output.Source}' is gone"
            : output.Run.Fingerprint.Target != target || Products?.Contains(state.PathOf(output)) != false ? null
            : "it is made of no documents any more";

    private string? WhyStale(RecordedOutput output)
        => output.Kind == OutputKind.Product ? WhyStaleProduct(output)
            : PathKinds.IsGone(output.Source) ? $"'{output.Source}' is gone"
            : output.Run.Fingerprint.Target != target ? null
            : PlaceNow(output) is { } place ? (IsAt(place, output) ? null : $"'{output.Source}' is now '{place}'")
            : planner.IsExpanded(output.Source) ? $"'{output.Source}' has no part '{output.Part}' any more"
            : documents.LeavesOut(Path.GetRelativePath(output.BasePath, output.Source)) ? $"'{output.Source}' is left out"
            : places.Against(output.Source, output.BasePath) is { } reason ? $"'{output.Source}' is left out: {reason.TrimEnd('.')}"
            : null;
}

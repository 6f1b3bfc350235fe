using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Merging;

/// <summary>What is known of an output, said of where its documents are now.</summary>
internal static class MovedFacts
{
    /// <summary>What an output was made from.</summary>
    /// <param name="output">The output.</param>
    /// <param name="root">Absolute path of the folder that the documents are seen from now.</param>
    public static OutputOrigin OriginOf(MergedOutput output, string root)
    {
        var origin = output.Record.Origin;
        return origin with { Source = output.Shard.Rebased(origin.Source, root), BasePath = output.Shard.Rebased(origin.BasePath, root) };
    }

    /// <summary>All else.</summary>
    /// <param name="output">The output.</param>
    /// <param name="root">Absolute path of the folder that the documents are seen from now.</param>
    public static OutputFacts Of(MergedOutput output, string root)
    {
        var facts = output.Record.Facts();
        string Rebased(string path) => output.Shard.Rebased(path, root);
        return facts with
        {
            SourceStamp = StampOf(output.Record),
            LookedUp = [.. facts.LookedUp.Select(lookedUp => lookedUp with { Path = Rebased(lookedUp.Path) })],
            Links = facts.Links is not { } links ? null : links with
            {
                References = [.. links.References.Select(reference => reference with { Path = Rebased(reference.Path) })],
            },
            Diagnostics = [.. facts.Diagnostics.Select(diagnostic => Moved(diagnostic, Rebased))],
        };
    }

    // The run that is recorded with it from now on began after the source was read, and would believe a stamp that the shard's own did not.
    private static FileStamp StampOf(RecordedOutput record)
        => record.Run.TrustsSource(record.SourceStamp) ? record.SourceStamp : new(record.SourceStamp.Length, 0, 0);

    private static Diagnostic Moved(Diagnostic diagnostic, Func<string, string> rebased)
        => diagnostic.Facts is not DeadLink dead ? diagnostic : new(
            diagnostic.Severity,
            diagnostic.Code,
            dead with
            {
                Root = Path.TrimEndingDirectorySeparator(rebased(dead.Root)),
                Target = PlaceOf(rebased(dead.Target.Path)),
                Advised = dead.Advised is { } advised ? rebased(advised) : null,
            },
            diagnostic.Line,
            diagnostic.Column);

    private static Place PlaceOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        return folder is null ? new(path) : new(folder, path[folder.Length..].TrimStart(Path.DirectorySeparatorChar));
    }
}

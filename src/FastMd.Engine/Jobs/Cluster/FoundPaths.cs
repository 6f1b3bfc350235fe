using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>Calls what a worker found by the names that it has where the job was published.</summary>
/// <param name="here">Absolute path of the folder of this machine that sources lie in.</param>
/// <param name="there">Absolute path of the same folder there.</param>
internal sealed class FoundPaths(string here, string there)
{
    private readonly string _here = Path.TrimEndingDirectorySeparator(here);
    private readonly string _there = Path.TrimEndingDirectorySeparator(there);

    /// <summary>What came of a document, with the names from there.</summary>
    public ExecutedDocument Of(ExecutedDocument executed) => _here == _there
        ? executed
        : executed with
        {
            Inclusions = [.. executed.Inclusions.Select(Of)],
            Assets = [.. executed.Assets.Select(Of)],
            Lookups = [.. executed.Lookups.Select(lookup => lookup with { Path = Of(lookup.Path) })],
            Links = executed.Links is { } links ? links with { References = [.. links.References.Select(reference => reference with { Path = Of(reference.Path) })] } : null,
            Diagnostics = [.. executed.Diagnostics.Select(Of)],
        };

    /// <summary>A diagnostic, with the names from there.</summary>
    public Diagnostic Of(Diagnostic diagnostic) => diagnostic.Facts is DeadLink dead && _here != _there
        ? new(
            diagnostic.Severity,
            diagnostic.Code,
            dead with { Root = Of(dead.Root), Target = new(Of(dead.Target.Folder), dead.Target.Name), Advised = dead.Advised is { } advised ? Of(advised) : null },
            diagnostic.Line,
            diagnostic.Column)
        : diagnostic;

    private string Of(string path) => PathRules.IsWithin(path, _here) ? _there + path[_here.Length..] : path;
}

using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// Decides what becomes of each document before it is touched: its place in the results, its output, or why it is refused. Remembers
/// every output claimed, so that no two documents write one file, on no file system.
/// </summary>
internal sealed class ConversionPlanner
{
    private readonly JobOptions _options;

    // On some file systems names that differ in case are one file, so here they are on all.
    private readonly Dictionary<string, DocumentSource> _claims = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _places = new(PathRules.Comparer);
    private long _next;

    public ConversionPlanner(JobOptions options)
    {
        _options = options;
        Map = options is { ChecksLinks: false, Destination: { } destination }
            ? new(destination, TargetFormats.Extension(options.To), TargetFormats.AppendsExtension(options.To), options.OutputFile)
            : null;
        if (options.Template is { } template)
        {
            // No page may take the place of what all pages are made by.
            _sources.Add(template.Name);
        }
    }

    /// <summary>The folders that the search for documents listed.</summary>
    public ListedFolders Folders { get; } = new();

    /// <summary>Where outputs go; null where nothing is written.</summary>
    public OutputMap? Map { get; }

    /// <summary>Plans a document that comes alone: where its output is taken, it is refused.</summary>
    public PlannedDocument Plan(DocumentSource source)
    {
        Know(source);
        var planned = Place(source);
        return planned.Refusal is null && planned.OutputPath is { } output ? Claim(planned, output) : planned;
    }

    /// <summary>Plans documents that are known together: where two claim one output, both are refused.</summary>
    public IReadOnlyList<PlannedDocument> PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        foreach (var source in sources)
        {
            Know(source);
        }

        var planned = new PlannedDocument[sources.Count];
        var rivals = new Dictionary<string, DocumentSource>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < planned.Length; i++)
        {
            planned[i] = Place(sources[i]);
            if (planned[i] is not { Refusal: null, OutputPath: { } output })
            {
                continue;
            }

            planned[i] = Claim(planned[i], output);
            if (planned[i].Refusal?.Code == DiagnosticCodes.OutputClaimedTwice)
            {
                rivals.TryAdd(output, sources[i]);
            }
        }

        for (var i = 0; rivals.Count > 0 && i < planned.Length; i++)
        {
            if (planned[i] is { Refusal: null, OutputPath: { } output } && rivals.TryGetValue(output, out var rival))
            {
                planned[i] = planned[i] with { Refusal = ClaimedBy(rival, output, sources[i].BasePath) };
            }
        }

        return planned;
    }

    /// <summary>Where the output of a source goes; null where it has none in this run.</summary>
    public string? PlaceOf(string source) => _places.GetValueOrDefault(source);

    /// <summary>Whether a file is a source of this run, or its template.</summary>
    public bool Reads(string path) => _sources.Contains(path);

    /// <summary>
    /// What there is in a folder of a name. That sources are there, and that nothing else is in the folders they were found in, is known
    /// without asking the file system.
    /// </summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="name">The name; a separator at its end means that only a folder will do.</param>
    public PathKind WhatIsAt(string folder, string name)
    {
        if (Folders.Find(folder)?.Lacks(name) == true)
        {
            return PathKind.Nothing;
        }

        var path = Path.Join(folder, name);
        return _sources.TryGetValue(path, out var source) && PathRules.Comparer.Equals(source, path) ? PathKind.File : PathKinds.At(path);
    }

    /// <summary>
    /// Takes a place for a file that is copied along; false where it is taken for that file already.
    /// </summary>
    /// <param name="asset">Absolute path of the file.</param>
    /// <param name="target">Absolute path of its place.</param>
    /// <param name="basePath">Absolute path of the folder it is seen from.</param>
    /// <exception cref="DocumentException">The place is that of a source, or another file's.</exception>
    public bool ClaimForAsset(string asset, string target, string basePath)
    {
        if (Reads(target))
        {
            throw new DocumentException(IsSource(target));
        }

        if (_claims.TryGetValue(target, out var holder))
        {
            return PathRules.Comparer.Equals(holder.Name, asset) ? false : throw new DocumentException(TakenBy(holder, target, basePath));
        }

        _claims.Add(target, DocumentSource.FromFile(asset, 0, basePath));
        return true;
    }

    private void Know(DocumentSource source)
    {
        _sources.Add(source.Name);
        Folders.Add(source);
    }

    private Diagnostic ClaimedBy(DocumentSource other, string output, string? basePath) => _options.OutputFile is null
        ? TakenBy(other, output, basePath)
        : Diagnostic.Error(
            DiagnosticCodes.OutputClaimedTwice,
            $"'{other.Name}' becomes '{output}' already, which is one file; for more documents name a folder, or end its name with '/'.");

    private Diagnostic TakenBy(DocumentSource other, string output, string? basePath)
    {
        var advice = PathRules.Comparer.Equals(other.BasePath ?? _options.BasePath, basePath ?? _options.BasePath)
            ? "rename one of the two."
            : "keep their folders apart with -BasePath or --base, or rename one of the two.";
        return Diagnostic.Error(
            DiagnosticCodes.OutputClaimedTwice,
            $"'{other.Name}' would become '{output}' too (names that differ in case only are one file on some systems); {advice}");
    }

    private static Diagnostic IsSource(string output) => Diagnostic.Error(
        DiagnosticCodes.OutputIsSource, $"The output '{output}' is itself a source, or the template; choose another destination.");

    private PlannedDocument Place(DocumentSource source)
    {
        var index = _next++;

        // What a search found was looked at already.
        if (source is { Path: { } named, Stamp: null } && LinkRule.RefuseNamed(named) is { } refusal)
        {
            return new(index, source, Refusal: refusal);
        }

        if (_options.RefusalOf(source.Length) is { } tooLarge)
        {
            return new(index, source, Refusal: tooLarge);
        }

        var basePath = source.BasePath ?? _options.BasePath;
        if (Map is null)
        {
            return _options.ChecksLinks && source.Path is not null ? new(index, source, BasePath: basePath) : new(index, source);
        }

        try
        {
            if (source.Path is null)
            {
                return new(index, source, Map.OutputOfText());
            }

            var output = Map.OutputOf(source.Path, basePath);
            _places[source.Path] = output;
            return new(index, source, output, basePath);
        }
        catch (DocumentException refused)
        {
            return new(index, source, Refusal: refused.Diagnostic);
        }
    }

    private PlannedDocument Claim(PlannedDocument planned, string output)
    {
        if (Reads(output))
        {
            return planned with { Refusal = IsSource(output) };
        }

        // A document that is given twice is in nobody's way.
        return _claims.TryAdd(output, planned.Source) || PathRules.Comparer.Equals(_claims[output].Name, planned.Source.Name)
            ? planned
            : planned with { Refusal = ClaimedBy(_claims[output], output, planned.Source.BasePath) };
    }
}

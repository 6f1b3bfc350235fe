using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Jobs.Targets;
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
    private readonly HashSet<string> _containers = new(PathRules.Comparer);
    private readonly HashSet<string> _listed = new(PathRules.Comparer);
    private long _next;

    public ConversionPlanner(JobOptions options)
    {
        _options = options;
        Map = options is { ChecksLinks: false, Destination: { } destination }
            ? new(destination, options.Target.Extension, options.Target.AppendsExtension, options.OutputFile, options.Target.ReadmeIsIndex)
            : null;
        if (options.Target.Template is { } template)
        {
            // No page may take the place of what all pages are made by.
            _sources.Add(template.Name);
        }
    }

    /// <summary>The folders that the search for documents listed.</summary>
    public ListedFolders Folders { get; } = new();

    /// <summary>Where outputs go; null where nothing is written.</summary>
    public OutputMap? Map { get; }

    /// <summary>Plans a source that comes alone: a document whose output is taken is refused.</summary>
    public IReadOnlyList<PlannedDocument> PlanNext(DocumentSource source)
    {
        Register(source);
        return
        [
            .. Expand(source).Select(Place)
                .Select(planned => IsBook(planned) && _options.OutputFile is null && _claims.ContainsKey(planned.OutputPath!) ? WithExtension(planned) : planned)
                .Select(planned => planned.Refusal is null && planned.OutputPath is { } output ? Claim(planned, output) : planned),
        ];
    }

    /// <summary>Plans sources that are known together: where two documents claim one output, both are refused.</summary>
    public PlannedDocument[] PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        foreach (var source in sources)
        {
            Register(source);
        }

        var expanded = sources.Any(IsExpanded) ? ExpandAll(sources) : sources.Select(static source => (source, (Diagnostic?)null)).ToList();
        var planned = new PlannedDocument[expanded.Count];
        var rivals = new Dictionary<string, DocumentSource>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < planned.Length; i++)
        {
            planned[i] = Place(expanded[i]);
        }

        GiveWay(planned);
        for (var i = 0; i < planned.Length; i++)
        {
            if (planned[i] is not { Refusal: null, OutputPath: { } output })
            {
                continue;
            }

            planned[i] = Claim(planned[i], output);
            if (planned[i].Refusal?.Code == DiagnosticCodes.OutputClaimedTwice)
            {
                rivals.TryAdd(output, planned[i].Source);
            }
        }

        for (var i = 0; rivals.Count > 0 && i < planned.Length; i++)
        {
            if (planned[i] is { Refusal: null, OutputPath: { } output } && rivals.TryGetValue(output, out var rival))
            {
                planned[i] = planned[i] with { Refusal = ClaimedBy(rival, output, planned[i].Source.BasePath) };
            }
        }

        return planned;
    }

    /// <summary>Where the output of a source, or of a part of it, goes; null where it has none in this run.</summary>
    public string? PlaceOf(string source, string part = "") => _places.GetValueOrDefault(part.Length == 0 ? source : DocumentSource.NameOfPart(source, part));

    /// <summary>Whether a file is a source of this run whose parts are documents, all of which were planned.</summary>
    public bool IsExpanded(string source) => _containers.Contains(source);

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
        if (Folders.Find(folder)?.IsMissing(name) == true)
        {
            return PathKind.Nothing;
        }

        var path = Path.Join(folder, name);
        return _sources.TryGetValue(path, out var source) && PathRules.Comparer.Equals(source, path) ? PathKind.File : PathKinds.At(path);
    }

    /// <summary>
    /// Claims a place for a file that is copied along, or made of several documents; false where it is claimed for that file already.
    /// </summary>
    /// <param name="source">Absolute path of the file, or of what it is made of.</param>
    /// <param name="target">Absolute path of its place.</param>
    /// <param name="basePath">Absolute path of the folder it is seen from.</param>
    /// <exception cref="DocumentException">The place is that of a source, or another file's.</exception>
    public bool ClaimFor(string source, string target, string basePath)
    {
        if (Reads(target))
        {
            throw new DocumentException(IsSource(target));
        }

        if (_claims.TryGetValue(target, out var holder))
        {
            return PathRules.Comparer.Equals(holder.Name, source) ? false : throw new DocumentException(TakenBy(holder, target, basePath));
        }

        _claims.Add(target, DocumentSource.FromFile(source, 0, basePath));
        return true;
    }

    /// <summary>All files in a source that go along with its parts have their places.</summary>
    public void ListedFilesOf(string source)
    {
        lock (_claims)
        {
            _listed.Add(source);
        }
    }

    /// <summary>Whether all files in a source that go along with its parts have their places.</summary>
    public bool HasListedFilesOf(string source) => _listed.Contains(source);

    /// <summary>Claims a place for a file in a source, beside the parts of that; null where it is claimed already.</summary>
    /// <param name="source">Absolute path of the source.</param>
    /// <param name="part">Name of the file in it.</param>
    /// <param name="basePath">Absolute path of the folder it is seen from.</param>
    /// <exception cref="DocumentException">The place is that of a source, or another file's.</exception>
    public string? ClaimForPart(string source, string part, string basePath)
    {
        var name = DocumentSource.NameOfPart(source, part);
        var target = Map!.CopyOf(DocumentSource.PlaceOf(source, part), basePath);

        // Several books are looked through at once.
        lock (_claims)
        {
            _places[name] = target;
            return ClaimFor(name, target, basePath) ? target : null;
        }
    }

    private void Register(DocumentSource source)
    {
        _sources.Add(source.Name);
        Folders.Add(source);
    }

    /// <summary>Whether a source stands for its parts, or for nothing: links are checked in text only.</summary>
    private bool IsExpanded(DocumentSource source)
        => source is { Path: { } path, Text: null } && _options.Reading.Sources.Of(path) is ContainerSource container && (!container.JoinsParts || IsCheck);

    private bool IsCheck => _options.ChecksLinks || _options.Target is MarkdownTarget { Checks: true };

    /// <summary>Whether a document is one file with a binary one: it gives way where both would become one output.</summary>
    private bool IsBook(PlannedDocument planned)
        => planned is { Refusal: null, OutputPath: not null, Source: { Part: null, Text: null, Path: { } path } } && _options.Reading.Sources.Of(path) is ContainerSource;

    /// <summary>The documents that sources stand for. Files are opened for it, several at a time.</summary>
    private List<(DocumentSource Source, Diagnostic? Refusal)> ExpandAll(IReadOnlyList<DocumentSource> sources)
    {
        var expanded = new IEnumerable<(DocumentSource Source, Diagnostic? Refusal)>[sources.Count];
        Parallel.For(0, sources.Count, new() { MaxDegreeOfParallelism = _options.Batch.EffectiveWorkers }, i => expanded[i] = Expand(sources[i]));
        return [.. expanded.SelectMany(static documents => documents)];
    }

    /// <summary>The documents that a source stands for: itself, or its parts.</summary>
    private IEnumerable<(DocumentSource Source, Diagnostic? Refusal)> Expand(DocumentSource source)
    {
        if (!IsExpanded(source))
        {
            return [(source, null)];
        }

        if (IsCheck)
        {
            return [];
        }

        if ((RefusalOfNamed(source) ?? _options.RefusalOf(source.Path!, source.Length)) is { } refusal)
        {
            return [(source, refusal)];
        }

        try
        {
            using var opened = OpenedContainer.Open(source.Path!);
            var parts = ((ContainerSource)_options.Reading.Sources.Of(source.Path!)).PartsOf(opened.File, CancellationToken.None);
            lock (_containers)
            {
                _containers.Add(source.Path!);
            }

            return [.. parts.Select(part => (DocumentSource.FromPart(source, part), (Diagnostic?)null))];
        }
        catch (DocumentException invalid)
        {
            return [(source, invalid.Diagnostic)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [(source, Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The file cannot be read: {unreadable.Message}"))];
        }
    }

    // What a search found was looked at already.
    private static Diagnostic? RefusalOfNamed(DocumentSource source)
        => source is { Path: { } named, Stamp: null } ? LinkRule.RefuseNamed(named) : null;

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

    private PlannedDocument Place((DocumentSource Source, Diagnostic? Refusal) expanded)
    {
        var index = _next++;
        var source = expanded.Source;
        if ((expanded.Refusal ?? RefusalOfNamed(source)) is { } refusal)
        {
            return new(index, source, Refusal: refusal);
        }

        // Parts are text, whatever they are parts of.
        var kind = source is { Path: { } file, Part: null, Text: null } ? _options.Reading.Sources.Of(file) : null;
        if ((kind is null ? _options.RefusalOf(source.Length) : _options.RefusalOf(source.Path!, source.Length)) is { } tooLarge)
        {
            return new(index, source, Refusal: tooLarge);
        }

        if (kind is ContainerSource)
        {
            source = source.Weighing(kind.WorkOf(source.Length));
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

            var output = Map.OutputOf(source.PlacePath!, basePath);
            _places[source.Name] = output;
            return new(index, source, output, basePath);
        }
        catch (DocumentException refused)
        {
            return new(index, source, Refusal: refused.Diagnostic);
        }
    }

    /// <summary>Has books whose output is that of another document, too, keep their extension: <c>guide.pdf.md</c> beside <c>guide.md</c>.</summary>
    private void GiveWay(PlannedDocument[] planned)
    {
        if (_options.OutputFile is not null || !planned.Any(IsBook))
        {
            return;
        }

        var claims = planned
            .Where(static document => document is { Refusal: null, OutputPath: not null })
            .ToLookup(static document => document.OutputPath!, static document => document.Source.Name, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < planned.Length; i++)
        {
            if (IsBook(planned[i]) && claims[planned[i].OutputPath!].Any(name => name != planned[i].Source.Name))
            {
                planned[i] = WithExtension(planned[i]);
            }
        }
    }

    private PlannedDocument WithExtension(PlannedDocument planned)
    {
        var output = Map!.OutputWithExtensionOf(planned.Source.Path!, planned.BasePath!);
        _places[planned.Source.Name] = output;
        return planned with { OutputPath = output };
    }

    private PlannedDocument Claim(PlannedDocument planned, string output)
    {
        if (Reads(output))
        {
            return planned with { Refusal = IsSource(output) };
        }

        // A document that is given twice claims its own output again, which is no conflict.
        return _claims.TryAdd(output, planned.Source) || PathRules.Comparer.Equals(_claims[output].Name, planned.Source.Name)
            ? planned
            : planned with { Refusal = ClaimedBy(_claims[output], output, planned.Source.BasePath) };
    }
}

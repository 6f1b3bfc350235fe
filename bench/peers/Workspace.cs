namespace FastMd.Peers;

/// <summary>The inputs, and a folder for outputs; gone with the comparison.</summary>
internal sealed class Workspace : IDisposable
{
    public const int Many = 1000;
    public const int Few = 100;

    private readonly string _root;
    private readonly Lazy<PageTree> _all;
    private readonly Lazy<PageTree> _thousand;
    private readonly Lazy<PageTree> _hundred;
    private readonly Lazy<PageTree> _one;
    private readonly Lazy<PageTree> _allMdx;
    private readonly Lazy<PageTree> _thousandMdx;
    private readonly Lazy<PageTree> _pdf;
    private readonly Lazy<PageTree> _epub;

    public Workspace(Options options)
    {
        var markdown = PageTree.Find(options.Corpus, PageTree.Markdown);
        var mdx = PageTree.Find(options.Corpus, PageTree.Mdx);
        MissingMarkdown = markdown.Count == 0 ? $"there is no {PageTree.Markdown} file in '{options.Corpus}'" : null;
        MissingMdx = mdx.Count == 0 ? $"there is no {PageTree.Mdx} file in '{options.Corpus}'" : null;
        Directory.CreateDirectory(options.Out);
        _root = Path.Combine(options.Out, $"fastmd-peers-{Environment.ProcessId}");
        Directory.CreateDirectory(_root);
        PageTree Copy(string name, int pages, params IReadOnlyList<FileInfo> corpus) => PageTree.Copy(corpus, options.Corpus, At(name), pages);
        _all = new(() => Copy("all", options.Pages, markdown));
        _thousand = new(() => Copy("thousand", Many, markdown));
        _hundred = new(() => Copy("hundred", Few, markdown));
        _one = new(() => Copy("one", 1, PageTree.Median(markdown)));
        _allMdx = new(() => Copy("all-mdx", options.Pages, mdx));
        _thousandMdx = new(() => Copy("thousand-mdx", Many, mdx));
        var pdf = PageTree.Find(options.Corpus, PageTree.Pdf);
        var epub = PageTree.Find(options.Corpus, PageTree.Epub);
        MissingPdf = pdf.Count == 0 ? $"there is no {PageTree.Pdf} file in '{options.Corpus}'" : null;
        MissingEpub = epub.Count == 0 ? $"there is no {PageTree.Epub} file in '{options.Corpus}'" : null;
        _pdf = new(() => Copy("pdf", pdf.Count, pdf));
        _epub = new(() => Copy("epub", epub.Count, epub));
    }

    /// <summary>Why no page of Markdown can be converted; null where some can.</summary>
    public string? MissingMarkdown { get; }

    /// <summary>Why no page of MDX can be converted; null where some can.</summary>
    public string? MissingMdx { get; }

    /// <summary>Why no PDF can be converted; null where some can.</summary>
    public string? MissingPdf { get; }

    /// <summary>Why no EPUB can be converted; null where some can.</summary>
    public string? MissingEpub { get; }

    public PageTree All => _all.Value;

    public PageTree Thousand => _thousand.Value;

    public PageTree Hundred => _hundred.Value;

    public PageTree One => _one.Value;

    public PageTree AllMdx => _allMdx.Value;

    public PageTree ThousandMdx => _thousandMdx.Value;

    /// <summary>Each PDF of the corpus, once.</summary>
    public PageTree Pdf => _pdf.Value;

    /// <summary>Each EPUB of the corpus, once.</summary>
    public PageTree Epub => _epub.Value;

    public string Output => At("out");

    public string At(string name) => Path.Combine(_root, name);

    public void ClearOutput() => Clear(Output);

    public static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes the folders of a tree below the output folder.</summary>
    public void MakeOutputFolders(PageTree tree)
    {
        foreach (var folder in Directory.EnumerateDirectories(tree.Root, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(Output, Path.GetRelativePath(tree.Root, folder)));
        }
    }

    /// <summary>A run that wrote too little is no measurement.</summary>
    public void RequireOutputs(int count, string writer) => RequireOutputs(Output, count, writer);

    /// <summary>A run that wrote too little is no measurement. What FastMd keeps for itself is no output.</summary>
    public static void RequireOutputs(string folder, int count, string writer)
    {
        var own = Path.Combine(folder, ".fastmd") + Path.DirectorySeparatorChar;
        var written = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(file => !file.StartsWith(own, StringComparison.Ordinal))
            : 0;
        if (written != count)
        {
            throw new Refusal($"'{writer}' wrote {written} files and should have written {count}; its time means nothing. Run it by hand.");
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

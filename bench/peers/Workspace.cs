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

    public Workspace(Options options)
    {
        var corpus = PageTree.Corpus(options.Corpus);
        Directory.CreateDirectory(options.Out);
        _root = Path.Combine(options.Out, $"fastmd-peers-{Environment.ProcessId}");
        Directory.CreateDirectory(_root);
        PageTree Copy(string name, int pages) => PageTree.Copy(corpus, options.Corpus, At(name), pages);
        _all = new(() => Copy("all", options.Pages));
        _thousand = new(() => Copy("thousand", Many));
        _hundred = new(() => Copy("hundred", Few));
        _one = new(() => PageTree.Copy([PageTree.Median(corpus)], options.Corpus, At("one"), 1));
    }

    public PageTree All => _all.Value;

    public PageTree Thousand => _thousand.Value;

    public PageTree Hundred => _hundred.Value;

    public PageTree One => _one.Value;

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

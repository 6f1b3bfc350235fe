using FastMd.Peers.Mdx;

namespace FastMd.Peers;

/// <summary>What is compared with what.</summary>
/// <param name="options">Says which rows are wanted.</param>
/// <param name="workspace">Has the trees.</param>
/// <param name="products">What FastMd builds.</param>
internal sealed class Rows(Options options, Workspace workspace, Products products)
{
    private readonly List<string> _skipped = [];

    /// <summary>Rows that are wanted and cannot be measured here, each with its reason.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>Whole trees.</summary>
    public IReadOnlyList<Row> Trees() =>
    [
        .. When("native", () => new("native", "fastmd convert, native executable", workspace.All, Native()), () => products.MissingNative),
        .. When("native-1", () => new("native-1", "the same with --jobs 1", workspace.All, Native("--jobs", "1")), () => products.MissingNative),
        .. When("cli-r2r", () => new(
            "cli-r2r", "fastmd convert, compiled ahead (ReadyToRun)", workspace.All, ReadyToRun())),
        .. When("cli-r2r-1", () => new(
            "cli-r2r-1", "the same with --jobs 1", workspace.All, ReadyToRun("--jobs", "1"))),
        .. When("cli-jit", () => new(
            "cli-jit", "fastmd convert, compiled as it runs", workspace.All, Jit)),
        .. When("floor", () => new(
            "floor", "read and write the same bytes, 2 threads", workspace.All, (tree, output) => Command.Self(Floor.Mode, tree.Root, output))),
        .. When("cmdlet", () => new(
            "cmdlet", "Convert-FastMdBatch in a new pwsh", workspace.All, (tree, output) => PowerShell.Batch(products.Module!, tree, output)),
            MissingModule),
        .. When("cfm", () => new(
            "cfm", "ConvertFrom-Markdown, page after page", workspace.Thousand, PowerShell.ConvertFromMarkdown),
            () => Missing("pwsh")),
        .. When("cfm-parallel", () => new(
            "cfm-parallel", "the same, ForEach-Object -Parallel, 2 at once", workspace.Thousand, PowerShell.ConvertFromMarkdownInParallel),
            () => Missing("pwsh")),
        .. When("cmark-gfm", () => new(
            "cmark-gfm", "a cmark-gfm process a page, xargs -P2", workspace.All, PerFile("cmark-gfm --unsafe -e table -e strikethrough -e tasklist -e autolink")) { MakesFolders = false },
            () => Missing("cmark-gfm", "xargs", "sh")),
        .. When("md2html", () => new(
            "md2html", "an md2html (md4c) process a page, xargs -P2", workspace.All, PerFile("md2html --github")) { MakesFolders = false },
            () => Missing("md2html", "xargs", "sh")),
        .. When("pulldown-cmark", () => new(
            "pulldown-cmark", "a pulldown-cmark process a page, xargs -P2", workspace.All, PerFile("pulldown-cmark -TFLS <")) { MakesFolders = false },
            () => Missing("pulldown-cmark", "xargs", "sh")),
        .. When("pandoc", () => new(
            "pandoc", "a pandoc process a page, xargs -P2", workspace.Hundred, PerFile("pandoc -f gfm -t html")) { MakesFolders = false },
            () => Missing("pandoc", "xargs", "sh")),
    ];

    /// <summary>What a user waits for one page.</summary>
    public IReadOnlyList<Row> OnePage() =>
    [
        .. When("one-page", () => new("native", "fastmd convert, native executable", workspace.One, Native()), () => products.MissingNative),
        .. When("one-page", () => new("r2r", "fastmd convert, compiled ahead (ReadyToRun)", workspace.One, ReadyToRun())),
        .. When("one-page", () => new("jit", "fastmd convert, compiled as it runs", workspace.One, Jit)),
    ];

    /// <summary>What a batch of a usual size needs of the machine.</summary>
    public IReadOnlyList<Row> Memory() =>
    [
        .. When("memory", () => new("native", "fastmd convert, native executable", workspace.Thousand, Native()), () => products.MissingNative),
        .. When("memory", () => new("r2r", "fastmd convert, compiled ahead (ReadyToRun)", workspace.Thousand, ReadyToRun())),
        .. When("memory", () => new("jit", "fastmd convert, compiled as it runs", workspace.Thousand, Jit)),
    ];

    /// <summary>A tree with and without somebody who watches; it should be a large one.</summary>
    public IReadOnlyList<Row> Watched() =>
    [
        .. When("watched", () => new("alone", "fastmd convert, native executable", workspace.All, Watched(0)), () => products.MissingNative),
        .. When("watched", () => new("viewers", "the same with --dashboard and three viewers: one reads, one slowly, one not at all", workspace.All, Watched(3)), () => products.MissingNative),
    ];

    /// <summary>Builds of a tree that is built already.</summary>
    public IReadOnlyList<Row> Rebuilds() =>
    [
        .. When("unchanged", () => new("native", "fastmd convert, native executable", workspace.All, Native()), () => products.MissingNative),
        .. When("unchanged", () => new("r2r", "fastmd convert, compiled ahead (ReadyToRun)", workspace.All, ReadyToRun())),
        .. When("unchanged", () => new("hugo", "hugo, pages of nothing but their content, no highlighting", workspace.All, new HugoSite(workspace).Build), () => Missing("hugo")),
    ];

    /// <summary>Whole trees of MDX.</summary>
    public IReadOnlyList<Row> MdxTrees() =>
    [
        .. When("mdx-tree", () => new("native", "fastmd convert --to js, native executable", workspace.AllMdx, Native("--to", "js")), () => products.MissingNative),
        .. When("mdx-tree", () => new("r2r", "the same compiled ahead (ReadyToRun)", workspace.AllMdx, ReadyToRun("--to", "js"))),
        .. When("mdx-tree", () => new("native-1", "native, with --jobs 1", workspace.AllMdx, Native("--to", "js", "--jobs", "1")), () => products.MissingNative),
        .. Can("mdx-tree", () => MdxPeers.Missing)
            ? MdxPeers.All.Select(peer => new Row(
                peer.Name, $"{peer.Meaning}, a thread a processor", workspace.AllMdx, (tree, output) => MdxPeers.Tree(peer.Name, tree, output)))
            : [],
    ];

    /// <summary>PDF to Markdown, and to text.</summary>
    public IReadOnlyList<Row> Pdfs() =>
    [
        .. When("pdf", () => new("native", "fastmd convert --to markdown, native executable", workspace.Pdf, Native("--to", "markdown")), () => products.MissingNative),
        .. When("pdf", () => new("native-1", "the same with --jobs 1", workspace.Pdf, Native("--to", "markdown", "--jobs", "1")), () => products.MissingNative),
        .. When("pdf", () => new("pdftotext", "a pdftotext process a document, xargs -P2", workspace.Pdf, PerBook("pdf", "pdftotext \"$book\" \"$OUT/${book%.pdf}.txt\"")) { MakesFolders = false },
            () => Missing("pdftotext", "xargs", "sh")),
        .. When("pdf", () => new("mutool", "a mutool process a document, xargs -P2", workspace.Pdf, PerBook("pdf", "mutool draw -q -F txt -o \"$OUT/${book%.pdf}.txt\" \"$book\" 2> /dev/null")) { MakesFolders = false },
            () => Missing("mutool", "xargs", "sh")),
    ];

    /// <summary>EPUB to Markdown, without images.</summary>
    public IReadOnlyList<Row> Epubs() =>
    [
        .. When("epub", () => new("native", "fastmd convert --to markdown --books single, native executable", workspace.Epub, Native("--to", "markdown", "--books", "single", "--assets", "none")), () => products.MissingNative),
        .. When("epub", () => new("native-1", "the same with --jobs 1", workspace.Epub, Native("--to", "markdown", "--books", "single", "--assets", "none", "--jobs", "1")), () => products.MissingNative),
        .. When("epub", () => new("pandoc", "a pandoc process a book, xargs -P2", workspace.Epub, PerBook("epub", "pandoc -f epub -t gfm \"$book\" -o \"$OUT/${book%.epub}.md\"")) { MakesFolders = false },
            () => Missing("pandoc", "xargs", "sh")),
    ];

    /// <summary>The least a build of a tree that is built already has to do: ask every file, of source and destination, for its size.</summary>
    public static Command WalkOf(PageTree tree, string output) => new("find", tree.Root, output, "-type", "f", "-size", "-1c");

    public string? MissingModule()
        => Missing("pwsh") ?? (products.Module is null ? "the checkout has no module in out/FastMd; build src/FastMd.PowerShell" : null);

    public static string? Missing(params string[] programs)
        => programs.FirstOrDefault(program => !Command.IsInstalled(program)) is { } missing ? $"{missing} is not installed" : null;

    /// <summary>Whether something wanted can be measured; keeps the reason where it cannot.</summary>
    public bool Can(string name, Func<string?> obstacle)
    {
        if (!options.Wants(name))
        {
            return false;
        }

        if (MissingInput(name) is { } noPages)
        {
            Skip(name, noPages);
            return false;
        }

        if (obstacle() is { } reason)
        {
            Skip(name, reason);
            return false;
        }

        return true;
    }

    private string? MissingInput(string name) => name switch
    {
        "mdx" or "mdx-tree" => workspace.MissingMdx,
        "pdf" => workspace.MissingPdf,
        "epub" => workspace.MissingEpub,
        _ => workspace.MissingMarkdown,
    };

    private void Skip(string name, string reason)
    {
        var line = $"`{name}`: {reason}.";
        if (!_skipped.Contains(line))
        {
            _skipped.Add(line);
        }
    }

    private static string[] Convert(PageTree tree, string output) => ["convert", tree.Root, "--output", output, "--quiet"];

    /// <summary>One process a page, two at a time; the shell itself starts once for many pages.</summary>
    private static Func<PageTree, string, Command> PerFile(string converter) => (tree, output) => new(
        "sh", "-c",
        """
        cd "$1" && find . -name '*.md' -print0 |
            OUT="$2" xargs -0 -P 2 -n 64 sh -c 'for page; do CONVERTER "$page" > "$OUT/${page%.md}.html" || exit 255; done' sh
        """.Replace("CONVERTER", converter, StringComparison.Ordinal),
        "sh", tree.Root, output);

    /// <summary>One process a book, two at a time.</summary>
    private static Func<PageTree, string, Command> PerBook(string extension, string converter) => (tree, output) => new(
        "sh", "-c",
        """
        cd "$1" && find . -name '*.EXTENSION' -print0 |
            OUT="$2" xargs -0 -P 2 -n 1 sh -c 'for book; do CONVERTER || exit 255; done' sh
        """.Replace("EXTENSION", extension, StringComparison.Ordinal).Replace("CONVERTER", converter, StringComparison.Ordinal),
        "sh", tree.Root, output);

    private IEnumerable<Row> When(string name, Func<Row> row, Func<string?>? obstacle = null)
        => Can(name, obstacle ?? (() => null)) ? [row()] : [];

    private Func<PageTree, string, Command> ReadyToRun(params string[] more)
        => (tree, output) => new(products.ReadyToRun, [.. Convert(tree, output), .. more]);

    private Func<PageTree, string, Command> Native(params string[] more)
        => (tree, output) => new(products.Native, [.. Convert(tree, output), .. more]);

    private Func<PageTree, string, Command> Watched(int viewers)
        => (tree, output) => Viewed.With(viewers, products.Native, Convert(tree, output));

    private Command Jit(PageTree tree, string output) => new("dotnet", [products.Jit, .. Convert(tree, output)]);
}

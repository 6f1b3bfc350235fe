namespace FastMd.Peers;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/peers -- CORPUS_DIR [--pages 3000] [--runs 5] [--out DIR] [--only NAME,...] [--markdown FILE]

          CORPUS_DIR       a folder of Markdown or MDX files; copied until there are enough pages
          --pages N        pages of a tree (default 3000)
          --runs N         how often each row is measured (default 5)
          --out DIR        where inputs and outputs go (default: memory, /dev/shm, else the temporary folder)
          --only NAME,...  measure these only; names stand in the first column, sections have: one-page, memory, watched, unchanged, mdx, mdx-tree, pdf, epub, session, link-warnings, scaling
          --markdown FILE  write the report there too
        """;

    public required string Corpus { get; init; }

    public int Pages { get; private init; } = 3000;

    public int Runs { get; private init; } = 5;

    public string Out { get; private init; } = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    public IReadOnlySet<string>? Only { get; private init; }

    public string? MarkdownFile { get; private init; }

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0].StartsWith('-'))
        {
            throw new Refusal(Usage);
        }

        var options = new Options { Corpus = Path.GetFullPath(arguments[0]) };
        var rest = new Arguments(arguments.Skip(1), Usage);
        while (rest.TryNext(out var name))
        {
            options = name switch
            {
                "--pages" => options with { Pages = rest.Whole() },
                "--runs" => options with { Runs = rest.Whole() },
                "--out" => options with { Out = rest.FullPath() },
                "--only" => options with { Only = rest.Names() },
                "--markdown" => options with { MarkdownFile = rest.FullPath() },
                _ => throw rest.Unknown(),
            };
        }

        return Directory.Exists(options.Corpus)
            ? options
            : throw new Refusal($"The corpus '{options.Corpus}' does not exist; name a folder of Markdown or MDX files, or of books.");
    }

    public bool Wants(string name) => Only is null || Only.Contains(name);
}

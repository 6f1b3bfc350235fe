namespace FastMd.Faults;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/faults -- [CORPUS_DIR] [--only NAME,...] [--rounds N] [--seed N] [--short]
                                                               [--executable FILE] [--out DIR] [--markdown FILE]

          CORPUS_DIR         a folder of Markdown or MDX files (default: a tree of generated pages)
          --only NAME,...    these faults only; names stand in the first column of the report
          --rounds N         rounds of each fault, instead of as many as it has by itself
          --seed N           the first round, to see one again (default 0)
          --short            few rounds of each: under a minute
          --executable FILE  the fastmd to put under faults, or its fastmd.dll (default: the native one, else one compiled ahead)
          --out DIR          where trees go (default: memory, /dev/shm, else the temporary folder)
          --markdown FILE    write the report there too
        """;

    public string? Corpus { get; private init; }

    public IReadOnlySet<string>? Only { get; private init; }

    public int? Rounds { get; private init; }

    public int Seed { get; private init; }

    public bool Short { get; private init; }

    public string? Executable { get; private init; }

    public string Out { get; private init; } = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    public string? MarkdownFile { get; private init; }

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Arguments(arguments, Usage);
        while (rest.TryNext(out var name))
        {
            options = name switch
            {
                "--only" => options with { Only = rest.Names() },
                "--rounds" => options with { Rounds = rest.Whole() },
                "--seed" => options with { Seed = rest.Whole(least: 0) },
                "--short" => options with { Short = true },
                "--executable" => options with { Executable = rest.FullPath() },
                "--out" => options with { Out = rest.FullPath() },
                "--markdown" => options with { MarkdownFile = rest.FullPath() },
                _ when !name.StartsWith('-') && options.Corpus is null => options with { Corpus = Path.GetFullPath(name) },
                _ => throw rest.Unknown(),
            };
        }

        return options.Corpus is null || Directory.Exists(options.Corpus)
            ? options
            : throw new Refusal($"The corpus '{options.Corpus}' does not exist; name a folder of Markdown or MDX files, or none.");
    }
}

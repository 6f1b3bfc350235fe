namespace FastMd.Growth;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/growth -- [--short] [--read NAME] [--only TEXT] [--all] [--smallest N] [--largest N] [--rounds N]

          --short        small documents, the fastest of some rounds: a few seconds, for tests
          --read NAME    how they are read: commonmark, gfm, mdx, "md to mdx", context, "mdx to context"
          --only TEXT    documents whose name contains it
          --all          all rows, not only those that grow faster than they may
          --smallest N   characters of the smallest document (default 131072, with --short 16384)
          --largest N    characters of the largest document (default 1048576, with --short 65536)
          --rounds N     how often each is converted (default 5)
        """;

    private const int LongSmallest = 131_072;
    private const int LongLargest = 1_048_576;

    public bool Short { get; private init; }

    public bool All { get; private init; }

    public string? Read { get; private init; }

    public string? Only { get; private init; }

    public int Smallest { get; private init; }

    public int Largest { get; private init; }

    public int Rounds { get; private init; } = 5;

    /// <summary>The same with the documents of a run that is not short.</summary>
    public Options Long() => this with { Short = false, Smallest = LongSmallest, Largest = LongLargest };

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Arguments(arguments, Usage);
        while (rest.TryNext(out var name))
        {
            options = name switch
            {
                "--short" => options with { Short = true },
                "--all" => options with { All = true },
                "--read" => options with { Read = rest.Value() },
                "--only" => options with { Only = rest.Value() },
                "--smallest" => options with { Smallest = rest.Whole() },
                "--largest" => options with { Largest = rest.Whole() },
                "--rounds" => options with { Rounds = rest.Whole() },
                _ => throw rest.Unknown(),
            };
        }

        return options with
        {
            Smallest = options.Smallest > 0 ? options.Smallest : options.Short ? 16_384 : LongSmallest,
            Largest = options.Largest > 0 ? options.Largest : options.Short ? 65_536 : LongLargest,
        };
    }
}

namespace FastMd.Parallel;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/parallel -- [--short] [--rounds N] [--out DIR] [--markdown FILE]
               dotnet run -c Release --project bench/parallel -- --simulate
               dotnet run -c Release --project bench/parallel -- --soak [MINUTES] [--seed N]

          --short          smaller documents, no child processes: half a minute, for build agents
          --rounds N       how often each figure is measured (default 9, with --short 4)
          --out DIR        where inputs and outputs go (default: memory, /dev/shm, else the temporary folder)
          --markdown FILE  write the report there too
          --simulate       what other ways to schedule and to control workers would bring, in simulated time
          --soak MINUTES   random batches with random faults, each document accounted for (default 5 minutes)
          --seed N         the first batch of a soak, to see one again
        """;

    public bool Short { get; private init; }

    public bool Simulate { get; private init; }

    public double? SoakMinutes { get; private init; }

    public int Seed { get; private init; } = 1;

    public int Rounds { get; private init; }

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
                "--short" => options with { Short = true },
                "--simulate" => options with { Simulate = true },
                "--soak" => options with { SoakMinutes = rest.HasValue ? rest.Positive() : 5 },
                "--seed" => options with { Seed = rest.Whole() },
                "--rounds" => options with { Rounds = rest.Whole() },
                "--out" => options with { Out = rest.FullPath() },
                "--markdown" => options with { MarkdownFile = rest.FullPath() },
                _ => throw rest.Unknown(),
            };
        }

        return options with { Rounds = options.Rounds > 0 ? options.Rounds : options.Short ? 4 : 9 };
    }
}

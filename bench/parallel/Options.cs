using System.Globalization;

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
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--short" => options with { Short = true },
                "--simulate" => options with { Simulate = true },
                "--soak" => options with { SoakMinutes = HasValue() ? Number<double>() : 5 },
                "--seed" => options with { Seed = Number<int>() },
                "--rounds" => options with { Rounds = Number<int>() },
                "--out" => options with { Out = Path.GetFullPath(Value()) },
                "--markdown" => options with { MarkdownFile = Path.GetFullPath(Value()) },
                _ => throw new Refusal($"'{name}' is no option.\n\n{Usage}"),
            };

            bool HasValue() => rest.TryPeek(out var next) && !next.StartsWith('-');

            string Value() => HasValue() ? rest.Dequeue() : throw new Refusal($"{name} needs a value.\n\n{Usage}");

            T Number<T>()
                where T : System.Numerics.INumber<T>
                => Value() is var text && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > T.Zero
                    ? number
                    : throw new Refusal($"{name} takes a number above 0, not '{text}'.");
        }

        return options with { Rounds = options.Rounds > 0 ? options.Rounds : options.Short ? 4 : 9 };
    }
}

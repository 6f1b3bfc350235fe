using System.Globalization;

namespace FastMd.Growth;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/growth -- [--short] [--read NAME] [--only TEXT] [--all] [--smallest N] [--largest N] [--rounds N]

          --short        small documents, the fastest of some rounds: a few seconds, for tests
          --read NAME    how they are read: commonmark, gfm, mdx, "md to mdx"
          --only TEXT    documents whose name contains it
          --all          all rows, not only those that grow faster than they may
          --smallest N   characters of the smallest document (default 131072, with --short 16384)
          --largest N    characters of the largest document (default 1048576, with --short 65536)
          --rounds N     how often each is converted (default 5)
        """;

    public bool Short { get; private init; }

    public bool All { get; private init; }

    public string? Read { get; private init; }

    public string? Only { get; private init; }

    public int Smallest { get; private init; }

    public int Largest { get; private init; }

    public int Rounds { get; private init; } = 5;

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--short" => options with { Short = true },
                "--all" => options with { All = true },
                "--read" => options with { Read = Value() },
                "--only" => options with { Only = Value() },
                "--smallest" => options with { Smallest = Number() },
                "--largest" => options with { Largest = Number() },
                "--rounds" => options with { Rounds = Number() },
                _ => throw new Refusal($"'{name}' is no option.\n\n{Usage}"),
            };

            string Value() => rest.TryDequeue(out var value) ? value : throw new Refusal($"{name} needs a value.\n\n{Usage}");

            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new Refusal($"{name} takes a number above 0.");
        }

        return options with
        {
            Smallest = options.Smallest > 0 ? options.Smallest : options.Short ? 16_384 : 131_072,
            Largest = options.Largest > 0 ? options.Largest : options.Short ? 65_536 : 1_048_576,
        };
    }
}

using System.Globalization;

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
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--only" => options with { Only = Value().Split(',').ToHashSet(StringComparer.Ordinal) },
                "--rounds" => options with { Rounds = Number(least: 1) },
                "--seed" => options with { Seed = Number(least: 0) },
                "--short" => options with { Short = true },
                "--executable" => options with { Executable = Path.GetFullPath(Value()) },
                "--out" => options with { Out = Path.GetFullPath(Value()) },
                "--markdown" => options with { MarkdownFile = Path.GetFullPath(Value()) },
                _ when !name.StartsWith('-') && options.Corpus is null => options with { Corpus = Path.GetFullPath(name) },
                _ => throw new Refusal($"'{name}' is no option.\n\n{Usage}"),
            };

            string Value() => rest.TryDequeue(out var value) ? value : throw new Refusal($"{name} needs a value.\n\n{Usage}");

            int Number(int least) => Value() is var text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
                ? number
                : throw new Refusal($"{name} takes a whole number from {least}, not '{text}'.");
        }

        return options.Corpus is null || Directory.Exists(options.Corpus)
            ? options
            : throw new Refusal($"The corpus '{options.Corpus}' does not exist; name a folder of Markdown or MDX files, or none.");
    }
}

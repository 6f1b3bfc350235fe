using FastMd.Cluster.Bench.Rounds;

namespace FastMd.Cluster.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: dotnet run -c Release --project bench/cluster -- tree FOLDER [--documents N] [--seed N]
               dotnet run -c Release --project bench/cluster -- rounds FOLDER --fastmd FILE [--kill-worker N] [--freeze N] [--kill-broker N]
                                                                [--cut N] [--kill-publisher N] [--calm N] [--workers N] [--seed N]
               dotnet run -c Release --project bench/cluster -- rate FOLDER --fastmd FILE [--runs N] [--only NAME,...]
               dotnet run -c Release --project bench/cluster -- hostile FOLDER --fastmd FILE [--only NAME,...]
               dotnet run -c Release --project bench/cluster -- check

          FOLDER                    the tree of documents: tree makes it, the others read it
          --documents N             documents of the tree (default 20000)
          --fastmd FILE             the fastmd that is put to the proof, or its fastmd.dll
          --kill-worker N, ...      rounds with this fault; where some are named, only those (default: 20, 5, 5, 5 and 10)
          --calm N                  rounds without a fault, which extra time is measured against (default 3)
          --first N                 the number of each fault's first round, to see one again with the same seed (default 0)
          --workers N               workers of the rounds, each in a namespace of its own (default 4)
          --cluster-files NAME      how files travel in rounds: shared or store (default shared)
          --runs N                  measurements of each configuration (default 5)
          --only NAME,...           these configurations or cases only
          --worker-option ARGUMENT  given to each worker besides; may be given more than once
          --seed N                  what is random in a tree and in rounds comes from it (default 0)
          --out DIR                 where outputs and stores go (default: memory, /dev/shm)
          --keep                    leave that folder there in the end, with outputs of rounds that went wrong
          --markdown FILE           write the report there too

        Needs Linux, root, iproute2 and nats-server.
        """;

    public string Mode { get; private init; } = "";

    public string? Folder { get; private init; }

    public string? Fastmd { get; private init; }

    public int Documents { get; private init; } = 20_000;

    public IReadOnlyDictionary<FaultKind, int> Faults { get; private init; } = new Dictionary<FaultKind, int>();

    public int Calm { get; private init; } = 3;

    public int First { get; private init; }

    public int Workers { get; private init; } = 4;

    public string ClusterFiles { get; private init; } = "shared";

    public int Runs { get; private init; } = 5;

    public IReadOnlySet<string>? Only { get; private init; }

    public IReadOnlyList<string> WorkerOptions { get; private init; } = [];

    public int Seed { get; private init; }

    public string Out { get; private init; } = "/dev/shm";

    public bool Keep { get; private init; }

    public string? MarkdownFile { get; private init; }

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Arguments(arguments, Usage);
        while (rest.TryNext(out var name))
        {
            options = name switch
            {
                "--documents" => options with { Documents = rest.Whole() },
                "--fastmd" => options with { Fastmd = rest.Value() },
                "--calm" => options with { Calm = rest.Whole() },
                "--first" => options with { First = rest.Whole(least: 0) },
                "--workers" => options with { Workers = rest.Whole() },
                "--cluster-files" => options with { ClusterFiles = rest.Value() },
                "--runs" => options with { Runs = rest.Whole() },
                "--only" => options with { Only = rest.Names() },
                "--worker-option" => options with { WorkerOptions = [.. options.WorkerOptions, rest.Raw()] },
                "--seed" => options with { Seed = rest.Whole(least: 0) },
                "--out" => options with { Out = rest.FullPath() },
                "--keep" => options with { Keep = true },
                "--markdown" => options with { MarkdownFile = rest.FullPath() },
                _ when FaultKind.All.FirstOrDefault(kind => name == $"--{kind.Name}") is { } kind
                    => options with { Faults = new Dictionary<FaultKind, int>(options.Faults) { [kind] = rest.Whole(least: 0) } },
                _ when !name.StartsWith('-') && options.Mode.Length == 0 => options with { Mode = name },
                _ when !name.StartsWith('-') && options.Folder is null => options with { Folder = Path.GetFullPath(name) },
                _ => throw rest.Unknown(),
            };
        }

        return options.Checked();
    }

    private Options Checked() => this switch
    {
        { Mode: "check", Folder: null } or { Mode: "tree", Folder: not null } => this,
        { Mode: "rounds" or "rate" or "hostile", Folder: { } folder, Fastmd: not null } when !Directory.Exists(folder)
            => throw new Refusal($"The tree '{folder}' does not exist; 'tree' makes it."),
        { Mode: "rounds", Folder: not null, Fastmd: not null, Faults.Count: 0 }
            => this with { Faults = FaultKind.All.ToDictionary(static kind => kind, static kind => kind.Rounds) },
        { Mode: "rounds" or "rate" or "hostile", Folder: not null, Fastmd: not null } => this,
        _ => throw new Refusal(Usage),
    };
}

using System.Globalization;
using FastMd.Cluster.Bench.Processes;
using FastMd.Cluster.Bench.Trees;

namespace FastMd.Cluster.Bench.Rounds;

/// <summary>One job with one fault, and what came of it.</summary>
internal sealed class Round
{
    private const double Earliest = 0.1;
    private const double Latest = 0.7;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    // What a worker that was away still has in hand it finishes in that time.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private readonly List<string> _violations = [];

    private Round(FaultKind kind, int number) => (Kind, Number) = (kind, number);

    public FaultKind Kind { get; }

    public int Number { get; }

    /// <summary>Whether the fault came while the job was running.</summary>
    public bool IsHit { get; private set; }

    public bool Hangs { get; private set; }

    public int Lost { get; private set; }

    public int Torn { get; private set; }

    public int Temporary { get; private set; }

    public bool HasWrongCounts { get; private set; }

    /// <summary>Outputs that were there when the fault came, and were written again.</summary>
    public int Again { get; private set; }

    /// <summary>From the start of the publisher to its end.</summary>
    public double Seconds { get; private set; }

    public IReadOnlyList<string> Violations => _violations;

    public static Round Run(FaultKind kind, int number, Scene scene, Workspace workspace, Options options)
    {
        var round = new Round(kind, number);
        round.Run(new Random(SeedOf(kind, number, options.Seed)), scene, workspace, options);
        return round;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind.Name} {Number}: {Seconds:0.0} s{(IsHit || Kind == FaultKind.None ? "" : ", over before the fault")}{(Again > 0 ? $", {Again} written again" : "")}{(_violations.Count == 0 ? "" : $"\n  {string.Join("\n  ", _violations)}")}");

    /// <summary>The same in every process, which hash codes of strings are not.</summary>
    private static int SeedOf(FaultKind kind, int number, int seed) => kind.Name.Aggregate((seed * 1000) + number, static (hash, letter) => unchecked((hash * 31) + letter));

    private void Run(Random random, Scene scene, Workspace workspace, Options options)
    {
        if (scene.AwaitWorkers() is { } missing)
        {
            _violations.Add(missing);
        }

        // They have a connection; give them a moment to ask for work.
        workspace.Pause(TimeSpan.FromSeconds(1));
        var output = workspace.NewOutput();
        var documents = workspace.Reference.Documents;
        var share = Earliest + ((Latest - Earliest) * random.NextDouble());
        scene.Publish(output, random.Next(options.Workers), reportsResults: Number % 2 == 0);
        if (workspace.Await(() => scene.Publication.Process.IsOver || (Kind != FaultKind.None && OutputTree.Count(output) >= share * documents), Patience, TimeSpan.FromMilliseconds(50))
            && Disturb(scene, workspace, output))
        {
            Judge(scene, workspace, output, documents);
        }
        else
        {
            Hang(scene, output);
        }

        if (_violations.Count > 0)
        {
            scene.Restart();
        }

        if (_violations.Count == 0 || !options.Keep)
        {
            workspace.Remove(output);
        }
    }

    /// <summary>Brings the fault, where the job is not over yet, and waits for the end of both.</summary>
    private bool Disturb(Scene scene, Workspace workspace, string output)
    {
        IsHit = Kind != FaultKind.None && !scene.Publication.Process.IsOver;
        var written = OutputTree.Times(output);
        if (IsHit)
        {
            Kind.Begin(scene);
        }

        var mends = DateTime.UtcNow + Kind.Lasts;
        var isMended = !IsHit;
        if (IsHit && Kind.Lasts == TimeSpan.Zero)
        {
            Kind.End(scene);
            isMended = true;
        }

        var isInTime = workspace.Await(
            () =>
            {
                if (!isMended && DateTime.UtcNow >= mends)
                {
                    Kind.End(scene);
                    isMended = true;
                }

                if (Seconds == 0 && scene.Publication.Process.IsOver)
                {
                    Seconds = scene.Publication.Seconds;
                    Again = OutputTree.WrittenAgain(written);

                    // What a job leaves behind when it says that it is over; what is cut off or frozen may have a file in hand.
                    Take(Look.At(output, workspace.Reference.Outputs) with { Temporary = [] }, "at the publisher's end");
                }

                return isMended && Seconds > 0;
            },
            Patience,
            TimeSpan.FromMilliseconds(5));
        if (isInTime && IsHit && Kind.Lasts > TimeSpan.Zero)
        {
            workspace.Pause(Calm);
        }

        return isInTime;
    }

    private void Judge(Scene scene, Workspace workspace, string output, int documents)
    {
        var publication = scene.Publication;
        publication.Process.WaitForEnd(TimeSpan.FromSeconds(10));
        Take(LookInTheEnd(workspace, output), "in the end");
        if (publication.Process.Code != 0)
        {
            _violations.Add($"the publisher failed: {publication}");
        }

        var wrong = publication.WrongCounts(documents);
        HasWrongCounts = wrong.Count > 0;
        _violations.AddRange(wrong);
        _violations.AddRange(scene.Ended());
        if (scene.Broker.Streams() is { Count: > 0 } streams)
        {
            _violations.Add($"the broker still has {string.Join(", ", streams)}");
        }

        JudgeState(workspace, output, documents);
    }

    /// <summary>A file that somebody still has in hand is given the time to go.</summary>
    private static Look LookInTheEnd(Workspace workspace, string output)
    {
        var look = Look.At(output, workspace.Reference.Outputs);
        if (look.Temporary.Count == 0)
        {
            return look;
        }

        workspace.Pause(Calm);
        var later = Look.At(output, workspace.Reference.Outputs);
        return later with { Temporary = [.. later.Temporary.Intersect(look.Temporary)] };
    }

    /// <summary>The next run, on one machine, has nothing to do.</summary>
    private void JudgeState(Workspace workspace, string output, int documents)
    {
        var report = Path.Combine(workspace.NewFolder("after"), "report.json");
        using var process = LiveProcess.Start(workspace.Executable.Command("convert", workspace.Tree, "--output", output, "--report", report), workspace.Root);
        if (!process.WaitForEnd(Patience) || process.Code != 0 || Counts.Of(report) is not { } counts)
        {
            _violations.Add($"the next run on one machine failed: {process.Describe()}\n{process.Tail()}");
        }
        else if (counts.Unchanged != documents)
        {
            _violations.Add($"the next run on one machine says {counts}");
        }
    }

    private void Take(Look look, string moment)
    {
        Lost = Math.Max(Lost, look.Lost.Count);
        Torn = Math.Max(Torn, look.Torn.Count);
        Temporary = Math.Max(Temporary, look.Temporary.Count);
        if (!look.IsGood)
        {
            _violations.Add($"{moment}: {look}");
        }
    }

    private void Hang(Scene scene, string output)
    {
        Hangs = true;
        Seconds = Patience.TotalSeconds;
        _violations.Add($"hangs\n{scene.Describe(output)}");
    }
}

namespace FastMd.Cluster.Bench.Rounds;

/// <summary>A fault.</summary>
/// <param name="Name">Its name, and its option's.</param>
/// <param name="Rounds">How many rounds of it there are unless said.</param>
/// <param name="Meaning">What is done.</param>
/// <param name="Lasts">How long it lasts.</param>
/// <param name="Begin">Begins it.</param>
/// <param name="End">Ends it.</param>
internal sealed record FaultKind(string Name, int Rounds, string Meaning, TimeSpan Lasts, Action<Scene> Begin, Action<Scene> End)
{
    /// <summary>Seconds after which the job's documents go to others: shorter than what freezes and cuts last.</summary>
    public const int ClaimTimeout = 5;

    public static readonly FaultKind None = new("calm", 0, "nothing", TimeSpan.Zero, Nothing, Nothing);

    public static readonly IReadOnlyList<FaultKind> All =
    [
        new("kill-worker", 20, "SIGKILL to a worker, and a new one", TimeSpan.Zero, static scene => scene.KillWorker(), Nothing),
        new("freeze", 5, "SIGSTOP to a worker, SIGCONT 12 s later", TimeSpan.FromSeconds(12), static scene => scene.Victim.Process.Send(Signals.Stop), static scene => scene.Victim.Process.Send(Signals.Continue)),
        new("kill-broker", 5, "SIGKILL to the broker, back on its store 2 s later", TimeSpan.FromSeconds(2), static scene => scene.Broker.Kill(), static scene => scene.Broker.Start()),
        new("cut", 5, "a worker's link down for 30 s", TimeSpan.FromSeconds(30), static scene => scene.Victim.Host.Cut(), static scene => scene.Victim.Host.Mend()),
        new("kill-publisher", 10, "SIGKILL to the publisher, and the same command again", TimeSpan.Zero, static scene => scene.KillPublisher(), Nothing),
    ];

    private static void Nothing(Scene scene)
    {
    }
}

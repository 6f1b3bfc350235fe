using System.Globalization;
using FastMd.Cluster.Bench.Network;
using FastMd.Cluster.Bench.Processes;

namespace FastMd.Cluster.Bench.Hostile;

/// <summary>What a case is played on; all it starts goes with it.</summary>
internal sealed class Stage(Options options, Workspace workspace) : IDisposable
{
    private readonly List<IDisposable> _things = [];
    private readonly List<string> _folders = [];
    private readonly Host _publisherHost = workspace.Hosts.Add();

    public Workspace Workspace => workspace;

    public Broker Broker(BrokerSettings? settings = null)
    {
        var broker = Keep(new Broker(workspace, workspace.Hosts.Add(), settings));
        broker.Start();
        return broker;
    }

    /// <summary>A destination that does not exist yet.</summary>
    public string NewOutput() => Keep(workspace.NewOutput());

    /// <summary>A folder that goes with the case.</summary>
    public string NewFolder(string name) => Keep(workspace.NewFolder(name));

    /// <summary>A worker that is started, and has its connection where it gets one.</summary>
    public Worker Worker(Broker broker, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var worker = Keep(new Worker(workspace, workspace.Hosts.Add(), Processes.Worker.Arguments(options, workspace, broker.Url, folder)) { Environment = environment ?? new Dictionary<string, string>() });
        worker.Start();
        workspace.Await(() => !worker.IsRunning || broker.Connections(worker.Host.Address) > 0, TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(100));
        return worker;
    }

    /// <summary>A publisher of the tree.</summary>
    public Publication Publish(string output, string url, IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> rest)
        => Publish(new Job(["convert", workspace.Tree, "--output", output, "--cluster", url, .. rest]) { Environment = environment ?? new Dictionary<string, string>() });

    public Publication Publish(Job job) => Keep(new Publication(workspace, _publisherHost, job));

    public T Keep<T>(T thing)
        where T : IDisposable
    {
        _things.Add(thing);
        return thing;
    }

    public bool AwaitEnd(Publication publication, double seconds)
        => workspace.Await(() => publication.Process.IsOver, TimeSpan.FromSeconds(seconds)) && publication.Process.WaitForEnd(TimeSpan.FromSeconds(10));

    /// <summary>Whether a publisher fails soon, with a message for people.</summary>
    /// <param name="publication">The publisher.</param>
    /// <param name="seconds">How soon.</param>
    /// <param name="secret">What it must not tell.</param>
    /// <param name="isAboutCredentials">Whether the message has to say that it is the credentials.</param>
    public Verdict FailsSoon(Publication publication, double seconds, string? secret = null, bool isAboutCredentials = false)
    {
        var isInTime = AwaitEnd(publication, seconds);
        var took = publication.Seconds;
        publication.Process.Kill();
        var messages = publication.Process.Messages.Text;
        var isClear = IsClear(messages) && (!isAboutCredentials || NamesCredentials(messages));
        var isSafe = secret is null || !(messages + publication.Process.Output.Text).Contains(secret, StringComparison.Ordinal);
        return new(
            isInTime && publication.Process.Code != 0 && isClear && isSafe,
            string.Create(CultureInfo.InvariantCulture, $"{(isInTime ? $"exit code {publication.Process.Code}" : "**still running**")} after {took:0.0} s{(isClear ? "" : ", **not clear**")}{(isSafe ? "" : ", **tells the password**")}: {OneLine(messages)}"));
    }

    /// <summary>Whether a job ends well, with what one machine makes of the tree.</summary>
    public Verdict Succeeds(Publication publication, string output, double seconds)
    {
        var isInTime = AwaitEnd(publication, seconds);
        var look = Look.At(output, workspace.Reference.Outputs);
        if (!isInTime)
        {
            return new(false, string.Create(CultureInfo.InvariantCulture, $"**still running** after {seconds:0} s; {look}: {OneLine(publication.Process.Messages.Text)}"));
        }

        var wrong = publication.WrongCounts(workspace.Reference.Documents);
        return new(
            publication.Process.Code == 0 && look.IsGood && wrong.Count == 0,
            string.Create(CultureInfo.InvariantCulture, $"exit code {publication.Process.Code} after {publication.Seconds:0.0} s; {(look.IsGood ? "the tree is right" : look)}; {string.Join("; ", wrong)}: {OneLine(publication.Process.Messages.Text)}"));
    }

    public static bool IsClear(string messages)
        => messages.Trim().Length > 0 && !messages.Contains("\n   at ", StringComparison.Ordinal) && !messages.Contains("Unhandled exception", StringComparison.Ordinal);

    /// <summary>Whether messages say that a broker lets nobody in without the right ones.</summary>
    public static bool NamesCredentials(string messages)
        => Array.Exists(["authori", "authenti", "credential", "password"], word => messages.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The end of some messages, for a table.</summary>
    public static string OneLine(string messages)
        => messages.Trim().Split('\n').TakeLast(3) is var lines ? $"“{string.Join(" / ", lines).Replace('|', '¦')}”" : "";

    public void Dispose()
    {
        _things.Reverse();
        _things.ForEach(static thing => thing.Dispose());
        if (!workspace.Interruption.IsCancellationRequested)
        {
            _folders.ForEach(workspace.Remove);
        }
    }

    private string Keep(string folder)
    {
        _folders.Add(folder);
        return folder;
    }
}

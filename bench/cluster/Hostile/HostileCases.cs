using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FastMd.Cluster.Bench.Processes;
using FastMd.Cluster.Bench.Trees;

namespace FastMd.Cluster.Bench.Hostile;

/// <summary>Brokers that are not there or let nobody in, stores without room, workers with other files.</summary>
internal static class HostileCases
{
    private const double Soon = 15;
    private const double Patience = 300;
    private const double PartBeforeFault = 0.3;
    private const string Secret = "open-sesame";
    private const int Kilobyte = 1024;

    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(60);
    private static readonly BrokerSettings Locked = new() { User = "fastmd", Password = Secret };

    private static readonly IReadOnlyList<HostileCase> All =
    [
        new("refused", "nobody listens at the address", "a failure with a message within 15 s", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), $"nats://{stage.Workspace.Hosts.Address}:4222"), Soon)),
        new("unreachable", "nobody has the address", "a failure with a message within 15 s", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), $"nats://{stage.Workspace.Hosts.Nobody}:4222"), Soon)),
        new("silent", "something listens and says nothing", "a failure with a message within 15 s", Silent),
        new("no-jetstream", "a NATS server without JetStream", "a failure with a message within 15 s", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), stage.Broker(new() { HasJetStream = false }).Url), Soon)),
        new("no-password", "a broker that wants a password, and none given", "a failure within 15 s with a message about credentials", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), stage.Broker(Locked).Url), Soon, isAboutCredentials: true)),
        new("wrong-password", "a wrong password", "a failure within 15 s with a message about credentials that does not tell them", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), stage.Broker(Locked).Url, Credentials("wrong-sesame")), Soon, "wrong-sesame", isAboutCredentials: true)),
        new("password-in-url", "a password in the address", "a failure with a message within 15 s that does not tell it", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), stage.Broker(Locked).Url.Replace("//", $"//fastmd:{Secret}@", StringComparison.Ordinal)), Soon, Secret)),
        new("worker-wrong-password", "a worker with a wrong password", "it says so within 15 s, and does not tell it", WorkerWithWrongPassword),
        new("right-password", "the right password by the environment", "the tree", RightPassword),
        new("exec", "--exec with --cluster", "a failure with a message within 15 s", static stage => stage.FailsSoon(stage.Publish(stage.NewOutput(), stage.Broker().Url, null, "--exec", "cat"), Soon)),
        new("broker-away", "the broker is killed with 30 % done, and is back on its store 60 s later", "the tree", BrokerAway),
        new("full-store-64k", "room for 64 KB, files through the broker", "the tree, or a failure with a message; nothing torn; the tree by the same command with a broker that has room", static stage => FullStore(stage, 64 * Kilobyte, "store")),
        new("full-store-1m", "room for 1 MB, files through the broker", "the same", static stage => FullStore(stage, 1024 * Kilobyte, "store")),
        new("full-store-8m", "room for 8 MB, files through the broker", "the same", static stage => FullStore(stage, 8 * 1024 * Kilobyte, "store")),
        new("full-store-shared-64k", "room for 64 KB, shared files", "the same", static stage => FullStore(stage, 64 * Kilobyte, "shared")),
        new("full-store-shared-1m", "room for 1 MB, shared files", "the same", static stage => FullStore(stage, 1024 * Kilobyte, "shared")),
        new("other-checkout", "the only worker has a checkout in which one byte of one file differs", "exit code 1, FM4018, all other documents right and nothing made of the other file", static stage => OtherCheckout(stage, hasGood: false)),
        new("other-checkouts", "the same, and a worker with the right one", "the tree, or the same", static stage => OtherCheckout(stage, hasGood: true)),
        new("outside", "the only worker may not go where the documents are", "FM4019 within 15 s", Outside),
    ];

    public static Outcome Run(Options options, Workspace workspace)
    {
        Console.Error.WriteLine(workspace.Head().TrimEnd());
        var table = new StringBuilder("| Case | What was done | Expected | Seen | Verdict |\n| --- | --- | --- | --- | --- |\n");
        var isGood = true;
        try
        {
            foreach (var hostile in All.Where(hostile => options.Only?.Contains(hostile.Name) != false))
            {
                using var stage = new Stage(options, workspace);
                var verdict = hostile.Run(stage);
                Console.Error.WriteLine($"{hostile.Name}: {(verdict.IsGood ? "good" : "BAD")}: {verdict.Observed}");
                table.Append(CultureInfo.InvariantCulture, $"| `{hostile.Name}` | {hostile.Meaning} | {hostile.Expected} | {verdict.Observed} | {(verdict.IsGood ? "good" : "**bad**")} |\n");
                isGood &= verdict.IsGood;
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; these cases were done:");
        }

        return new(workspace.Head() + table, isGood);
    }

    private static Dictionary<string, string> Credentials(string password) => new() { ["NATS_USER"] = "fastmd", ["NATS_PASSWORD"] = password };

    private static Verdict Silent(Stage stage)
    {
        var listener = stage.Keep(new TcpListener(IPAddress.Parse(stage.Workspace.Hosts.Address), 0));
        listener.Start();
        return stage.FailsSoon(stage.Publish(stage.NewOutput(), Broker.UrlOf((IPEndPoint)listener.LocalEndpoint)), Soon);
    }

    private static Verdict WorkerWithWrongPassword(Stage stage)
    {
        const string Wrong = "wrong-sesame";
        var worker = stage.Worker(stage.Broker(Locked), environment: Credentials(Wrong));
        stage.Workspace.Await(() => !worker.IsRunning || worker.Process.Messages.Text.Length > 0, TimeSpan.FromSeconds(Soon));
        stage.Workspace.Pause(TimeSpan.FromSeconds(1));
        var messages = worker.Process.Messages.Text;
        return new(
            Stage.IsClear(messages) && Stage.NamesCredentials(messages) && !(messages + worker.Process.Output.Text).Contains(Wrong, StringComparison.Ordinal) && !(worker.Process.IsOver && worker.Process.Code == 0),
            $"{(worker.Process.IsOver ? $"exit code {worker.Process.Code}" : "goes on")}: {Stage.OneLine(messages)}");
    }

    private static Verdict RightPassword(Stage stage)
    {
        var broker = stage.Broker(Locked);
        stage.Worker(broker, environment: Credentials(Secret));
        var output = stage.NewOutput();
        return stage.Succeeds(stage.Publish(output, broker.Url, Credentials(Secret)), output, Patience);
    }

    private static Verdict BrokerAway(Stage stage)
    {
        var broker = stage.Broker();
        stage.Worker(broker);
        stage.Worker(broker);
        var output = stage.NewOutput();
        var publication = stage.Publish(output, broker.Url);
        stage.Workspace.Await(() => publication.Process.IsOver || OutputTree.Count(output) >= PartBeforeFault * stage.Workspace.Reference.Documents, TimeSpan.FromSeconds(Patience), TimeSpan.FromMilliseconds(50));
        var isHit = !publication.Process.IsOver;
        broker.Kill();
        stage.Workspace.Await(() => publication.Process.IsOver, Absence);
        var before = OutputTree.Count(output);
        broker.Start();
        var verdict = stage.Succeeds(publication, output, Patience);
        return new(verdict.IsGood && isHit, $"{(isHit ? "" : "**over before the fault**; ")}{before} outputs before it was back; {verdict.Observed}");
    }

    private static Verdict FullStore(Stage stage, long room, string files)
    {
        var broker = stage.Broker(new() { Room = room });
        stage.Worker(broker);
        var output = stage.NewOutput();
        var publication = stage.Publish(output, broker.Url, null, "--cluster-files", files);
        var isOver = stage.AwaitEnd(publication, Patience);
        var seconds = publication.Seconds;
        publication.Process.Kill();
        var look = Look.At(output, stage.Workspace.Reference.Outputs);
        var messages = publication.Process.Messages.Text;
        var isRight = publication.Process.Code == 0 ? look.IsGood : look.Torn.Count == 0 && Stage.IsClear(messages);
        var roomy = stage.Broker();
        stage.Worker(roomy);
        var again = stage.Succeeds(stage.Publish(output, roomy.Url, null, "--cluster-files", files), output, Patience);
        return new(isOver && isRight && again.IsGood, string.Create(
            CultureInfo.InvariantCulture,
            $"{(isOver ? $"exit code {publication.Process.Code}" : "**still running**")} after {seconds:0.0} s, {look.Torn.Count} torn, {look.Lost.Count} not there: {Stage.OneLine(messages)}; then {again.Observed}"));
    }

    /// <summary>The publisher's paths are inside its working directory, so that a worker finds them in a folder of its own.</summary>
    private static Verdict OtherCheckout(Stage stage, bool hasGood)
    {
        var tree = stage.Workspace.Tree;
        var other = Path.Combine(stage.NewFolder("checkout"), "tree");
        new Command("cp", "-a", tree, other).Run();
        var path = Directory.EnumerateFiles(other, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ElementAt(stage.Workspace.Reference.Documents / 2);
        var written = File.GetLastWriteTimeUtc(path);
        var bytes = File.ReadAllBytes(path);
        var letter = Array.FindIndex(bytes, static value => char.IsAsciiLetterLower((char)value));
        File.WriteAllBytes(path, [.. bytes[..letter], (byte)(bytes[letter] == 'x' ? 'y' : 'x'), .. bytes[(letter + 1)..]]);
        File.SetLastWriteTimeUtc(path, written);

        var broker = stage.Broker();
        stage.Worker(broker, other);
        if (hasGood)
        {
            stage.Worker(broker);
        }

        var output = stage.NewOutput();
        var publication = stage.Publish(new Job("convert", ".", "--output", output, "--cluster", broker.Url) { WorkingDirectory = tree });
        var isOver = stage.AwaitEnd(publication, Patience);
        var seconds = publication.Seconds;
        publication.Process.Kill();
        var look = Look.At(output, stage.Workspace.Reference.Outputs);
        var messages = publication.Process.Messages.Text;
        var counts = Counts.Of(publication.ReportFile);
        var isTold = publication.Process.Code == 1 && messages.Contains("FM4018", StringComparison.Ordinal) && counts?.Failed == 1;
        var isAllRight = publication.Process.Code == 0 && look.IsGood;
        return new(
            isOver && look.Torn.Count == 0 && look.Lost.Count <= 1 && (isTold || (hasGood && isAllRight)),
            string.Create(CultureInfo.InvariantCulture, $"{(isOver ? $"exit code {publication.Process.Code}" : "**still running**")} after {seconds:0.0} s, {counts}; {look}: {Stage.OneLine(messages)}"));
    }

    private static Verdict Outside(Stage stage)
    {
        var broker = stage.Broker();
        stage.Worker(broker, stage.NewFolder("elsewhere"));
        var publication = stage.Publish(stage.NewOutput(), broker.Url);
        var isTold = stage.Workspace.Await(() => publication.Process.Messages.Text.Contains("FM4019", StringComparison.Ordinal), TimeSpan.FromSeconds(Soon));
        var seconds = publication.Seconds;
        var isOver = publication.Process.IsOver;
        publication.Process.Kill();
        return new(isTold && Stage.IsClear(publication.Process.Messages.Text), string.Create(
            CultureInfo.InvariantCulture,
            $"{(isTold ? "told" : "**not told**")} after {seconds:0.0} s, {(isOver ? $"exit code {publication.Process.Code}" : "goes on")}: {Stage.OneLine(publication.Process.Messages.Text)}"));
    }
}

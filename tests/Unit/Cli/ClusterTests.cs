using System.Text.Json;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Coordination.Nats;
using FastMd.Tests.Unit.Books.Epub;
using FastMd.Tests.Unit.Books.Pdf;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>The executable with a NATS server: a publisher, workers, and what goes wrong.</summary>
public sealed class ClusterTests : IDisposable
{
    private const int Documents = 150;

    private readonly FakeProcess _process = new();
    private readonly CancellationTokenSource _leave = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<Task<FakeProcess.Outcome>> _workers = [];
    private readonly List<FakeProcess> _others = [];
    private NatsServer? _server;

    public ClusterTests()
    {
        for (var i = 0; i < Documents; i++)
        {
            _process.Folder.Write($"docs/d{i % 7}/p{i}.md", $"---\ntitle: Page {i}\n---\n\n# Page {i}\n\n[next](../d{(i + 1) % 7}/p{i + 1}.md) ![image](../image.png) {new string('x', i * 20)}\n");
        }

        _process.Folder.Write("docs/image.png", "pixels");
        _process.Folder.Write("docs/bad.md", [(byte)'#', (byte)' ', 0xFF, 0xFE]);
    }

    private string Url => _server!.Url;

    public void Dispose()
    {
        _leave.Cancel();
        Task.WaitAll([.. _workers]);
        _others.ForEach(static other => other.Dispose());
        _process.Dispose();
        _server?.Dispose();
        _leave.Dispose();
    }

    [Fact]
    public async Task Workers_leave_the_same_files_summary_report_and_state_as_one_machine()
    {
        await StartServerAsync();
        var alone = await ConvertAsync("docs", "-o", "alone", "--report", "alone.json");
        _ = StartWorker("--jobs", "2");
        _ = StartWorker("--jobs", "1");

        var shared = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--report", "shared.json");

        Assert.Equal(1, alone.ExitCode);
        Assert.Equal(1, shared.ExitCode);
        Assert.Equal(Outputs("alone"), Outputs("site"));
        Assert.Equal(Sorted(alone.Messages), Sorted(shared.Messages));
        Assert.Equal(Totals("alone.json"), Totals("shared.json"));

        // The build state knows all of it: the next run, on one machine, has nothing to do.
        var again = await ConvertAsync("docs", "-o", "site", "--verbose");
        Assert.Contains($"{Documents} unchanged", again.Messages, StringComparison.Ordinal);
        Assert.Equal(Outputs("alone"), Outputs("site"));
    }

    [Theory]
    [InlineData]
    [InlineData("--dashboard")]
    public async Task Where_the_server_cannot_be_reached_that_is_all_there_is_to_tell(params string[] more)
    {
        var outcome = await ConvertAsync(["docs", "-o", "site", "--cluster", "nats://127.0.0.1:9", .. more]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("cannot be reached", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_watches_sees_the_publisher_and_its_workers_while_the_job_runs_and_after()
    {
        await StartServerAsync();
        _ = StartWorker("--jobs", "2");
        _ = StartWorker("--jobs", "1");
        _ = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--dashboard");

        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var said = new AnnouncedAddress();
        using var watcher = new FakeProcess { Messages = said };
        var watching = watcher.RunCommandAsync(interruption.Token, "dashboard", "--cluster", Url);
        using var client = new HttpClient();
        var address = new Uri(await said.Address, "live.json");

        // Workers tell of their end once they have left the job.
        JsonElement live;
        do
        {
            live = JsonDocument.Parse(await client.GetStringAsync(address, interruption.Token)).RootElement;
        }
        while (live.ValueKind != JsonValueKind.Object || live.GetProperty("processes").EnumerateArray().Sum(static process => process.GetProperty("documents").GetInt32()) < 2 * (Documents + 1));

        await interruption.CancelAsync();
        Assert.Equal(0, (await watching).ExitCode);
        Assert.Equal(("over", Documents + 1, Documents), (live.GetProperty("state").GetString(), live.GetProperty("completed").GetInt32(), live.GetProperty("report").GetProperty("documents").GetProperty("converted").GetInt32()));
        Assert.Equal("publisher", live.GetProperty("processes")[0].GetProperty("role").GetString());
        Assert.Contains(live.GetProperty("processes").EnumerateArray(), static process => process.GetProperty("role").GetString() == "worker");
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_input()
    {
        await StartServerAsync();
        _ = StartWorker("--jobs", "2");
        _ = StartWorker("--jobs", "2");

        var alone = await ConvertAsync("docs", "-o", "alone", "--json");
        var shared = await ConvertAsync("docs", "-o", "site", "--json", "--cluster", Url);

        static IEnumerable<string?> Sources(FakeProcess.Outcome outcome) => outcome.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString());
        Assert.Equal(Sources(alone), Sources(shared));
    }

    [Fact]
    public async Task What_is_unchanged_is_not_sent_and_what_changed_is()
    {
        await StartServerAsync();
        File.Delete(_process.Folder.At("docs", "bad.md"));
        _ = StartWorker();
        await ConvertAsync("docs", "-o", "site", "--cluster", Url);
        _process.Folder.Write("docs/d0/p0.md", "# Changed");
        _process.Folder.Write("docs/new.md", "# New");

        var second = await ConvertAsync("docs", "-o", "site", "--cluster", Url);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains($"{Documents - 1} unchanged", second.Messages, StringComparison.Ordinal);
        Assert.Contains("Changed", _process.Folder.Read("site/d0/p0.html"), StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/new.html"));
    }

    [Theory]
    [InlineData("shared")]
    [InlineData("store")]
    public async Task Books_are_read_by_workers_as_on_one_machine(string files)
    {
        await StartServerAsync();

        // PDF is read in worker processes, which are started by what the environment names.
        foreach (var name in (string[])["PATH", "DOTNET_ROOT", "HOME"])
        {
            _process.Variables[name] = Environment.GetEnvironmentVariable(name) ?? "";
        }

        var pdf = new RawPdf();
        pdf.AddObject($"<</Length 600000>>\nstream\n{new string('x', 600_000)}\nendstream");
        for (var page = 1; page <= 60; page++)
        {
            pdf.AddPage(RawPdf.Line(72, 700, $"Words of page {page}."));
        }

        // It is large enough to be read in parts by several processes.
        _process.Folder.Write("docs/paper.pdf", pdf.Build());
        _process.Folder.Write("docs/novel.epub", new BookFile().Chapter("one.xhtml", "<h1>One</h1><p>It begins.</p>").Chapter("two.xhtml", "<h1>Two</h1><p><a href=\"one.xhtml\">Back</a></p>").ToBytes());
        var alone = await ConvertAsync("docs", "-o", "alone", "--report", "alone.json");
        _ = StartWorker("--jobs", "2");

        var shared = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--cluster-files", files, "--report", "shared.json");

        Assert.True(_process.Folder.Has("alone/paper.html"), alone.Messages);
        Assert.Equal(3, Outputs("alone").Keys.Count(static name => name.StartsWith("novel/", StringComparison.Ordinal)));
        Assert.Equal(Sorted(alone.Messages), Sorted(shared.Messages));
        Assert.Equal(Outputs("alone"), Outputs("site"));
        Assert.Equal(Totals("alone.json"), Totals("shared.json"));
        Assert.Contains($"{Documents + 4} unchanged", (await ConvertAsync("docs", "-o", "site")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_stays_with_what_others_have_and_leaves_when_the_job_is_over()
    {
        await StartServerAsync();
        var shared = ConvertAsync("docs", "-o", "site", "--cluster", Url);
        await UntilAsync(() => JobsAt(Url) > 0);
        var worker = StartWorker("--exit-when-idle", "0.5");

        Assert.Equal(1, (await shared).ExitCode);
        Assert.Contains($"{Documents + 1} documents of ", (await worker).Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await worker).ExitCode);
    }

    [Fact]
    public async Task A_destination_that_was_removed_between_two_runs_is_written_anew_by_the_same_worker()
    {
        await StartServerAsync();
        _ = StartWorker();
        await ConvertAsync("docs", "-o", "site", "--cluster", Url);
        var first = Outputs("site");
        for (var round = 0; round < 3; round++)
        {
            Directory.Delete(_process.Folder.At("site"), recursive: true);
            Assert.DoesNotContain("FM4020", (await ConvertAsync("docs", "-o", "site", "--cluster", Url)).Messages, StringComparison.Ordinal);
            Assert.Equal(first, Outputs("site"));
        }
    }

    [Theory]
    [InlineData(".", ".", "..")]
    [InlineData("docs", "site", ".")]
    [InlineData("docs", ".", "docs")]
    [InlineData(".", "site", "elsewhere")]
    public async Task Where_all_machines_see_one_disk_it_does_not_matter_where_each_side_stands(string sources, string outputs, string publisher)
    {
        await StartServerAsync();
        Directory.CreateDirectory(_process.Folder.At("site"));
        Directory.CreateDirectory(_process.Folder.At("elsewhere"));
        await ConvertAsync("docs", "-o", "alone");
        _ = StartWorker(Other(), "--base", Path.GetFullPath(_process.Folder.At(sources)), "--output", Path.GetFullPath(_process.Folder.At(outputs)));
        _process.WorkingDirectory = Path.GetFullPath(_process.Folder.At(publisher));

        var outcome = await ConvertAsync(_process.Folder.At("docs"), "-o", _process.Folder.At("site", "html"), "--cluster", Url);

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("FM4", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(Outputs("alone"), Outputs("site/html"));
    }

    [Fact]
    public async Task A_worker_with_a_checkout_of_its_own_writes_to_its_own_output()
    {
        await StartServerAsync();
        var other = Other();
        CopyTree(_process.Folder.At("docs"), other.Folder.At("checkout", "docs"));
        var alone = await ConvertAsync("docs", "-o", "alone");
        _ = StartWorker(other, "--base", "checkout", "--output", "artifacts");

        var shared = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--cluster-files", "local");

        Assert.Equal(1, shared.ExitCode);
        Assert.Equal(Sorted(alone.Messages), Sorted(shared.Messages));
        var kept = Read(other.Folder.At("artifacts", "site"));
        Assert.Equal(Outputs("alone").Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), kept);
        Assert.DoesNotContain(Outputs("site").Keys, name => name.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_and_outputs_may_go_by_way_of_the_server()
    {
        await StartServerAsync();
        _process.Folder.Write("docs/large.md", string.Join("\n\n", Enumerable.Range(0, 60_000).Select(i => $"Paragraph {i} {i * 7919 % 104729}.")));
        var alone = await ConvertAsync("docs", "-o", "alone");
        _ = StartWorker(Other(), "--jobs", "2");

        var shared = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--cluster-files", "store");

        Assert.Equal(Sorted(alone.Messages), Sorted(shared.Messages));
        Assert.Equal(Outputs("alone"), Outputs("site"));
        Assert.Contains("unchanged", (await ConvertAsync("docs", "-o", "site")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_that_was_interrupted_goes_on_with_the_same_command()
    {
        await StartServerAsync();
        var alone = await ConvertAsync("docs", "-o", "alone");
        using var interruption = new CancellationTokenSource();
        var first = _process.RunAsync(interruption.Token, "docs", "-o", "site", "--cluster", Url, "--set", "strictEncoding=true");
        await UntilAsync(() => JobsAt(Url) > 0);
        await interruption.CancelAsync();
        Assert.Equal(130, (await first).ExitCode);
        _ = StartWorker("--jobs", "1");

        var second = await ConvertAsync("docs", "-o", "site", "--cluster", Url);

        Assert.Equal(alone.ExitCode, second.ExitCode);
        Assert.Equal(Outputs("alone"), Outputs("site"));
        Assert.Equal(0, JobsAt(Url));
    }

    [Fact]
    public async Task The_same_name_with_other_settings_is_another_job()
    {
        await StartServerAsync();
        using var interruption = new CancellationTokenSource();
        var first = _process.RunAsync(interruption.Token, "docs", "-o", "site", "--cluster", Url, "--set", "strictEncoding=true");
        await UntilAsync(() => JobsAt(Url) > 0);
        _ = StartWorker();
        await UntilAsync(() => Directory.Exists(_process.Folder.At("site", "d1")));
        await interruption.CancelAsync();
        await first;

        await ConvertAsync("docs", "-o", "alone", "--as", "page");
        await ConvertAsync("docs", "-o", "site", "--as", "page", "--cluster", Url);

        Assert.Equal(Outputs("alone"), Outputs("site"));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_costs_time_only()
    {
        await StartServerAsync();
        await ConvertAsync("docs", "-o", "alone");
        var shared = ConvertAsync("docs", "-o", "site", "--cluster", Url);
        await UntilAsync(() => JobsAt(Url) > 0);
        _ = StartWorker("--jobs", "1");
        await UntilAsync(() => Directory.Exists(_process.Folder.At("site", "d0")));
        await _server!.KillAsync();
        await _server.StartAsync();

        Assert.Equal(1, (await shared).ExitCode);
        Assert.Equal(Outputs("alone"), Outputs("site"));
    }

    [Fact]
    public async Task A_worker_that_sees_another_source_refuses_it_and_says_why()
    {
        await StartServerAsync();
        var other = Other();
        CopyTree(_process.Folder.At("docs"), other.Folder.At("docs"));
        other.Folder.Write("docs/d0/p7.md", "# Another text");
        _ = StartWorker(other);

        var outcome = await ConvertAsync("docs", "-o", "site", "--cluster", Url, "--cluster-files", "local");

        Assert.Contains("FM4018", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("FM4019", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("p7.md", outcome.Messages, StringComparison.Ordinal);
        Assert.False(other.Folder.Has("site/d0/p7.html"));
        Assert.True(other.Folder.Has("site/d1/p8.html"));
    }

    [Fact]
    public async Task Paths_out_of_the_folders_of_a_worker_are_refused()
    {
        await StartServerAsync();
        var elsewhere = Other();
        elsewhere.Folder.Write("small/x.md", "# X");
        using var interruption = new CancellationTokenSource();
        var shared = _process.RunAsync(interruption.Token, "docs", "-o", elsewhere.Folder.At("evil"), "--cluster", Url);
        await UntilAsync(() => JobsAt(Url) > 0);

        var worker = await StartWorker(elsewhere, "--base", "small", "--exit-when-idle", "1");

        Assert.Contains("Refused", worker.Messages, StringComparison.Ordinal);
        Assert.Contains("is not in", worker.Messages, StringComparison.Ordinal);
        await interruption.CancelAsync();
        await shared;
        Assert.DoesNotContain(elsewhere.Folder.Files(), file => file.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_does_not_see_the_sources_refuses_them_and_another_one_does_them()
    {
        await StartServerAsync();
        _ = StartWorker(Other());
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var shared = ConvertAsync("docs", "-o", "site", "--cluster", Url);
        await UntilAsync(() => JobsAt(Url) > 0);
        _ = StartWorker();

        Assert.Equal(1, (await shared).ExitCode);
        Assert.Contains("FM4019", (await shared).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_another_version_of_the_engine_is_refused()
    {
        await StartServerAsync();
        using var broker = NatsBroker.Connect(Url, static _ => null, TimeProvider.System);
        using var source = broker.Publisher(new ClusterJob("00ff", "0.0.0+other", "a job", TimeSpan.FromSeconds(30), 3, new byte[] { 0 }).Anew(), isOrdered: true);
        source.Publish(new("/", "html", default, [new("a.md", 1, default)]) { Remote = new(static _ => new byte[] { 1 }, static (_, _) => true) });

        var worker = await StartWorker("--exit-when-idle", "1");

        Assert.Contains("published by FastMd 0.0.0+other", worker.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_server_both_sides_say_so_and_nothing_is_written()
    {
        var convert = await ConvertAsync("docs", "-o", "site", "--cluster", "nats://127.0.0.1:9");
        var worker = await _process.RunCommandAsync(TestContext.Current.CancellationToken, "worker", "--cluster", "nats://127.0.0.1:9");

        Assert.All((FakeProcess.Outcome[])[convert, worker], outcome =>
        {
            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains("nats://127.0.0.1:9 cannot be reached", outcome.Messages, StringComparison.Ordinal);
        });
        Assert.False(_process.Folder.Has("site/d0/p0.html"));
    }

    [Fact]
    public async Task Credentials_come_from_the_environment_and_wrong_ones_are_told()
    {
        await StartServerAsync("authorization { user: fast, password: right }");
        _process.Variables["NATS_USER"] = "fast";
        _process.Variables["NATS_PASSWORD"] = "wrong";
        var refused = await ConvertAsync("docs", "-o", "site", "--cluster", Url);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("refused the credentials", refused.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refused.Messages, StringComparison.Ordinal);

        _process.Variables["NATS_PASSWORD"] = "right";
        _ = StartWorker();
        Assert.Equal(1, (await ConvertAsync("docs", "-o", "site", "--cluster", Url)).ExitCode);
        Assert.True(_process.Folder.Has("site/d0/p0.html"));
    }

    [Fact]
    public async Task A_server_without_room_for_the_job_is_told()
    {
        await StartServerAsync("jetstream { store_dir: \"STORE\", max_file_store: 4K }");
        Assert.Contains("is full", (await ConvertAsync("docs", "-o", "site", "--cluster", Url)).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_JetStream_is_told()
    {
        await StartServerAsync("# no jetstream");
        Assert.Contains("JetStream turned off", (await ConvertAsync("docs", "-o", "site", "--cluster", Url)).Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--concurrent")]
    [InlineData("--shard", "1/2")]
    [InlineData("--no-incremental")]
    [InlineData("--watch")]
    [InlineData("--pdf-images", "true")]
    public async Task What_does_not_go_with_a_cluster_is_a_usage_error(params string[] options)
    {
        var outcome = await ConvertAsync(["docs", "-o", "site", "--cluster", "nats://127.0.0.1:9", .. options]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--cluster", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_address_is_refused_and_not_repeated()
    {
        var outcome = await ConvertAsync("docs", "-o", "site", "--cluster", "nats://me:secret@127.0.0.1:9");

        Assert.Equal(2, outcome.ExitCode);
        Assert.DoesNotContain("secret", outcome.Messages, StringComparison.Ordinal);
    }

    private static string[] Sorted(string messages)
        => [.. messages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.Contains(" pages/s", StringComparison.Ordinal) && !line.Contains('%', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static SortedDictionary<string, string> Read(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }) : [])
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!name.StartsWith(".fastmd/", StringComparison.Ordinal))
            {
                files[name] = File.ReadAllText(file);
            }
        }

        return files;
    }

    private static void CopyTree(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static int JobsAt(string url)
    {
        using var broker = NatsBroker.Connect(url, static _ => null, TimeProvider.System);
        _ = broker.Jobs();
        for (var tries = 0; tries < 10 && broker.Jobs().Count == 0; tries++)
        {
            Thread.Sleep(20);
        }

        return broker.Jobs().Count;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private async Task StartServerAsync(string settings = "")
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Absent);
        _server = await NatsServer.StartAsync(settings);
    }

    private FakeProcess Other()
    {
        var other = new FakeProcess();
        _others.Add(other);
        return other;
    }

    // One document is not UTF-8, and fails.
    private Task<FakeProcess.Outcome> ConvertAsync(params string[] arguments) => _process.RunAsync([.. arguments, "--set", "strictEncoding=true"]);

    private Task<FakeProcess.Outcome> StartWorker(params string[] arguments) => StartWorker(_process, arguments);

    private Task<FakeProcess.Outcome> StartWorker(FakeProcess process, params string[] arguments)
    {
        var worker = process.RunCommandAsync(_leave.Token, ["worker", "--cluster", Url, .. arguments]);
        _workers.Add(worker);
        return worker;
    }

    private SortedDictionary<string, string> Outputs(string folder) => Read(_process.Folder.At(folder));

    private string Totals(string report)
    {
        var summary = JsonDocument.Parse(_process.Folder.Read(report)).RootElement.GetProperty("documents");
        return summary.GetRawText();
    }
}

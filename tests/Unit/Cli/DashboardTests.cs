using System.Globalization;
using System.Net;
using System.Text.Json;
using FastMd.Cli.Dashboard;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>The live page of a job, by the commands that serve it.</summary>
[Collection(nameof(Browser))]
public sealed class DashboardTests : IDisposable
{
    private const int Many = 100_000;

    private readonly Browser _browser;
    private readonly AnnouncedAddress _messages = new();
    private readonly FakeProcess _process;
    private readonly HttpClient _client = new();

    public DashboardTests(Browser browser)
    {
        _browser = browser;
        _process = new() { Messages = _messages };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
        _messages.Dispose();
    }

    /// <summary>
    /// While the job is held, because nobody takes its results, the page says what the job says of itself; when it is over, what its results and its report say.
    /// </summary>
    [Fact]
    public async Task Of_a_job_of_a_hundred_thousand_documents_the_page_shows_the_figures_of_the_job()
    {
        Assert.SkipWhen(Browser.Program is null, "Chromium is not installed.");
        Write(Many);
        using var held = new HeldStream(Many / 2);
        _process.OutputStream = held;
        var running = _process.RunAsync("docs", "-o", "site", "--json", "--jobs", "50", "--dashboard", "auto", "--no-link-warnings", "--include", "*.md", "--include", "*.mdx", "--report", _process.Folder.At("report.json"));
        var address = await _messages.Address;
        var figures = new Uri(address, "live.json");

        Assert.Equal("", string.Join('\n', await _browser.OpenAsync(address)));
        await _browser.UntilAsync($"document.querySelector('[role=progressbar]')?.ariaValueNow > {Many / 4} && document.querySelector('.cell.busy') !== null");
        await Pictures.KeepAsync(_browser, "dashboard", 1200, 1700);
        var during = await StandingAsync(figures);
        await _browser.UntilAsync($"document.querySelector('h1').textContent === '{Counted(during.GetProperty("completed").GetInt64())} of {Counted(Many)} documents'");
        AssertShows(during.GetProperty("report"), await ShownAsync());

        held.Release();
        var outcome = await running;
        await _browser.UntilAsync("document.querySelector('.over .pill').textContent === 'not live any more'");
        var ended = await ShownAsync();

        var statuses = held.Lines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()).ToList();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(Many, statuses.Count);
        Assert.Equal($"{Counted(Many)} of {Counted(Many)} documents", ended["h1"]);
        Assert.Equal(Counted(statuses.Count(status => status == "failed")), ended["Failed"]);
        AssertShows(JsonDocument.Parse(_process.Folder.Read("report.json")).RootElement, ended);
        Assert.Empty(_browser.Troubles());
        await AssertGoneAsync(address);
    }

    [Theory]
    [InlineData("docs", "-o", "site", "--dashboard")]
    [InlineData("--dashboard", "docs", "-o", "site")]
    [InlineData("--dashboard", "0", "docs", "-o", "site")]
    [InlineData("--dashboard=auto", "docs", "-o", "site")]
    [InlineData("--dashboard", "127.0.0.1:0", "docs", "-o", "site", "-q")]
    public async Task The_port_may_be_left_out_wherever_the_option_stands(params string[] arguments)
    {
        Write(2);

        var outcome = await _process.RunAsync(arguments);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("127.0.0.1", (await _messages.Address).Host);
        Assert.True(_process.Folder.Has("site/0/0.html"));
        await AssertGoneAsync(await _messages.Address);
    }

    [Theory]
    [InlineData("--dashboard=docs")]
    [InlineData("--dashboard=70000")]
    public async Task What_is_no_port_is_a_mistake(string option)
    {
        Write(1);

        var outcome = await _process.RunAsync("docs", "-o", "site", option);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("is neither auto, nor a port", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/0/0.html"));
    }

    [Fact]
    public void After_two_dashes_everything_is_a_path() => Assert.Equal(["--", "--dashboard", "docs"], DashboardOption.Completed(["--", "--dashboard", "docs"]));

    [Fact]
    public async Task A_port_that_is_taken_is_said_and_nothing_is_converted()
    {
        Write(1);
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var outcome = await _process.RunAsync("docs", "-o", "site", "--dashboard", port.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"port {port}", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/0/0.html"));
    }

    [Fact]
    public async Task Where_standard_error_is_for_a_program_there_is_no_place_for_the_address()
    {
        Write(1);

        var outcome = await _process.RunAsync("docs", "-o", "site", "--dashboard", "--format", "json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--diagnostics", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_links_has_a_page_too()
    {
        Write(2);

        var outcome = await _process.RunCommandAsync(Cancellation, "check", "docs", "--dashboard");

        Assert.Equal(0, outcome.ExitCode);
        await AssertGoneAsync(await _messages.Address);
    }

    [Fact]
    public async Task A_job_that_is_over_can_be_looked_at_later_until_that_is_interrupted()
    {
        Write(3);
        await _process.RunAsync("docs", "-o", "site", "--dashboard");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var later = new AnnouncedAddress();
        using var process = new FakeProcess { Messages = later, WorkingDirectory = _process.Folder.Path };

        var watching = process.RunCommandAsync(interruption.Token, "dashboard", "site");
        var figures = await FiguresAsync(new Uri(await later.Address, "live.json"));
        await interruption.CancelAsync();
        var outcome = await watching;

        Assert.Equal(("over", 3), (figures.GetProperty("state").GetString(), figures.GetProperty("completed").GetInt32()));
        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("Nothing is known", later.ToString(), StringComparison.Ordinal);
        await AssertGoneAsync(await later.Address);
    }

    [Fact]
    public async Task Of_a_directory_that_no_job_has_told_of_it_says_so()
    {
        _process.Folder.Write("site/earlier.html", "");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var messages = new AnnouncedAddress();
        using var process = new FakeProcess { Messages = messages, WorkingDirectory = _process.Folder.Path };

        var watching = process.RunCommandAsync(interruption.Token, "dashboard", "site");
        await messages.Address;
        await interruption.CancelAsync();

        Assert.Equal(0, (await watching).ExitCode);
        Assert.Contains($"Nothing is known of a job in '{_process.Folder.At("site")}'", messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_be_started_before_the_first_job()
    {
        Write(3);
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var earlier = new AnnouncedAddress();
        using var process = new FakeProcess { Messages = earlier, WorkingDirectory = _process.Folder.Path };

        var watching = process.RunCommandAsync(interruption.Token, "dashboard", "site");
        var address = new Uri(await earlier.Address, "live.json");
        var before = await FiguresAsync(address);
        await _process.RunAsync("docs", "-o", "site", "--dashboard");
        var after = await FiguresAsync(address);
        await interruption.CancelAsync();

        Assert.Equal(0, (await watching).ExitCode);
        Assert.Equal((JsonValueKind.Null, 3), (before.ValueKind, after.GetProperty("completed").GetInt32()));
    }

    [Fact]
    public async Task A_job_that_processes_share_is_shown_as_one()
    {
        Write(50);
        using var other = new FakeProcess { WorkingDirectory = _process.Folder.Path };
        var shared = other.RunAsync("docs", "-o", "site", "--concurrent", "--dashboard");
        await Task.WhenAll(shared, _process.RunAsync("docs", "-o", "site", "--concurrent", "--dashboard"));

        var live = new WatchedJob(new LiveFolder(_process.Folder.At("site")).Read, TimeProvider.System).Read()!;

        Assert.Equal((LiveState.Over, 50L, 50L, 50L), (live.State, live.Completed, live.Total, live.Report.Documents.Converted + live.Report.Documents.Unchanged));
    }

    [Theory]
    [InlineData]
    [InlineData("absent/site")]
    [InlineData(".", "--cluster", "nats://localhost:1")]
    [InlineData(".", "--job", "x")]
    [InlineData(".", "--listen", "here")]
    [InlineData("--cluster", "localhost")]
    public async Task What_cannot_be_watched_is_a_mistake(params string[] arguments)
        => Assert.Equal(2, (await _process.RunCommandAsync(Cancellation, ["dashboard", .. arguments])).ExitCode);

    private static string Counted(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void AssertShows(JsonElement report, Dictionary<string, string> shown)
    {
        var documents = report.GetProperty("documents");
        Assert.Equal(Counted(documents.GetProperty("failed").GetInt64() + documents.GetProperty("timedOut").GetInt64()), shown["Failed"]);
        Assert.Equal(Counted(report.GetProperty("retries").GetProperty("documents").GetInt64()), shown["Tried again"]);
        Assert.Equal(Lines(report.GetProperty("formats"), one => $"{one.GetProperty("extension").GetString()} {Counted(one.GetProperty("documents").GetInt64())} {Counted(one.GetProperty("failed").GetInt64())}"), shown["formats"]);
        Assert.Equal(Lines(report.GetProperty("diagnostics"), one => $"{one.GetProperty("code").GetString()} {Counted(one.GetProperty("count").GetInt64())}"), shown["diagnostics"]);
        Assert.Equal(Lines(report.GetProperty("slowest"), one => one.GetProperty("path").GetString()!), shown["slowest"]);
        Assert.Equal(Lines(report.GetProperty("failures").GetProperty("items"), one => one.GetProperty("path").GetString()!), shown["failures"]);
        static string Lines(JsonElement items, Func<JsonElement, string> line) => string.Join('\n', items.EnumerateArray().Select(line));
    }

    /// <summary>The figures of a job that stands still.</summary>
    private async Task<JsonElement> StandingAsync(Uri address)
    {
        for (var before = await FiguresAsync(address); ;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), Cancellation);
            var now = await FiguresAsync(address);
            if (now.GetProperty("completed").GetInt64() == before.GetProperty("completed").GetInt64())
            {
                return now;
            }

            before = now;
        }
    }

    private void Write(int documents)
    {
        for (var i = 0; i < documents; i++)
        {
            _process.Folder.Write($"docs/{i / 1000}/{i}.{(i % 1000 == 999 ? "mdx" : "md")}", i % 1000 == 999 ? "# Broken\n\n{oops +" : $"# Page {i}\n\nText of *page* {i}.\n");
        }
    }

    private async Task<JsonElement> FiguresAsync(Uri address) => JsonDocument.Parse(await _client.GetStringAsync(address, Cancellation)).RootElement;

    private async Task<Dictionary<string, string>> ShownAsync()
    {
        var shown = await _browser.EvaluateAsync(
            """
            (() => {
              const rows = (caption, value) => [...document.querySelectorAll("table")].filter(table => table.caption.textContent === caption).flatMap(table => [...table.tBodies[0].rows]).map(value).join("\n");
              const cell = (row, i) => row.cells[i].textContent;
              return {
                h1: document.querySelector("h1").textContent,
                ...Object.fromEntries([...document.querySelectorAll(".tile")].map(tile => [tile.querySelector("dt").textContent, tile.querySelector(".value").textContent.trim()])),
                formats: rows("By format", row => `${cell(row, 0)} ${cell(row, 1)} ${cell(row, 2)}`),
                diagnostics: rows("By diagnostic", row => `${row.querySelector("code").textContent} ${cell(row, 1)}`),
                slowest: rows("The documents that took longest", row => cell(row, 0)),
                failures: rows("Documents that failed", row => row.cells[0].querySelector("span[dir]").textContent),
              };
            })()
            """);
        return shown.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
    }

    private async Task AssertGoneAsync(Uri address)
        => await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(address, Cancellation));

    /// <summary>Standard output that takes so many lines, and the rest when it is told to.</summary>
    private sealed class HeldStream(int lines) : MemoryStream
    {
        private readonly ManualResetEventSlim _isReleased = new();
        private int _taken;

        public void Release() => _isReleased.Set();

        public string[] Lines() => System.Text.Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void WriteByte(byte value) => Write([value], 0, 1);

        public override void Write(byte[] buffer, int offset, int count)
        {
            _taken += buffer.AsSpan(offset, count).Count((byte)'\n');
            if (_taken > lines)
            {
                _isReleased.Wait();
            }

            base.Write(buffer, offset, count);
        }

        public override void Close()
        {
            // What was written is looked at later.
        }
    }
}

using AngleSharp.Html.Dom;
using FastMd.Engine.Dashboard;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Dashboard;
using FastMd.Tests.Unit.Reports.Page;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Live;

/// <summary>The page of a job that runs, in a browser.</summary>
[Collection(nameof(Browser))]
public sealed class LivePageTests : IDisposable
{
    private readonly Browser _browser;
    private readonly FakeTimeProvider _time = new();
    private readonly FakeJob _job = new() { Now = SampleLive.Part() };
    private readonly DashboardServer _server;

    public LivePageTests(Browser browser)
    {
        _browser = browser;
        _server = DashboardServer.Start(DashboardEndpoint.Default, _job, _time);
    }

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(1, 2, "Running")]
    [InlineData(1, 50, "Running")]
    [InlineData(50, 2, "Running")]
    [InlineData(1, 2, "Over")]
    [InlineData(3, 2, "Silent")]
    public async Task It_asks_only_its_own_address_and_a_browser_has_nothing_to_complain_of(int processes, int workers, string named)
    {
        var state = Enum.Parse<LiveState>(named);
        _job.Now = SampleLive.Large(processes, workers) with { State = state };
        Assert.Empty(await _browser.OpenAsync(_server.Address));
        await ShowAsync(SampleLive.Large(processes, workers) with { State = state, Completed = 61_124 });

        Assert.Empty(_browser.Troubles());
        var page = await PageAsync();
        Assert.DoesNotMatch("NaN|Infinity|∞|undefined|null|\\[object", page.QuerySelector("main")!.OuterHtml);
    }

    [Fact]
    public async Task The_figures_someone_looks_for_first_stand_on_top()
    {
        var page = await OpenAsync(SampleLive.Part());

        Assert.Equal("43 of 1,000 documents", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("live/work/docs to html in /work/site", page.QuerySelector("header .over")!.TextContent);
        Assert.Equal("FastMd: 4.3 % done", page.Title);
        Assert.Equal(
            [
                "Documents a minute: 240; 240 on average",
                "Pages a minute: 0; 0 on average",
                "Queue: 956; 7 at hand, 3 done, for their turn",
                "Failed: 2; 1 timed out, 1 cancelled",
                "Workers at work: 1 of 2; 1 idle",
                "Worker efficiency: 60 %; busy 9 s of 15 s",
                "95 of 100 done within: 38.7 ms; half within 19.9 ms",
                "Input: 0.48 MB/s; 4.81 MB read",
                "Processors: 50 %; in use by all that runs",
                "Memory: 47.7 MB; 57.2 MB at most",
                "Open files: 40; 1,024 allowed",
                "Tried again: 1; 45 tries in all",
            ],
            Tiles(page));
        Assert.Equal(["1", "docs/a.md", "250 ms", "20", "50 %"], Rows(page, "Workers")[0][..5]);
        Assert.Equal(["2", "idle", "", "20", "50 %"], Rows(page, "Workers")[1][..5]);
        Assert.Equal("43", page.QuerySelector("[role=progressbar]")!.GetAttribute("aria-valuenow"));
    }

    [Theory]
    [InlineData("Cancelled")]
    [InlineData("Silent")]
    public async Task What_a_job_that_stopped_did_not_do_stays_in_the_queue(string state)
    {
        var page = await OpenAsync(SampleLive.Part(state: Enum.Parse<LiveState>(state)));

        Assert.Contains("Queue: 957; 0 at hand, 0 done, for their turn", Tiles(page));
        Assert.Contains("Documents a minute: 246; converted, on average", Tiles(page));
    }

    [Fact]
    public async Task All_of_the_report_is_there_too()
    {
        var page = await OpenAsync(SampleLive.Part());

        Assert.Equal(
            ["Workers now", "Over time", "Changes of the number of workers", "How long a document took", "Where the workers' time went", "Slowest documents", "Diagnostics and failures", "Caches"],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task Several_processes_are_a_row_each_and_each_of_their_workers_a_cell()
    {
        var page = await OpenAsync(SampleLive.Large(50, 3));

        Assert.Equal(50, Rows(page, "Processes").Length);
        Assert.Equal("host-1/101", Rows(page, "Processes")[0][0]);
        Assert.Equal(150, page.QuerySelectorAll(".cell").Length);
        Assert.Equal((50, 50, 50), (page.QuerySelectorAll(".cell.busy").Length, page.QuerySelectorAll(".cell.idle").Length, page.QuerySelectorAll(".cell.stuck").Length));
        Assert.Contains("Workers at work: 50 of 150; in 50 processes", Tiles(page));
    }

    [Fact]
    public async Task What_is_new_is_shown_and_what_someone_is_at_stays()
    {
        await OpenAsync(SampleLive.Part());
        await _browser.EvaluateAsync(
            """
            window.figure = document.querySelector("figure");
            window.plot = figure.chart.plot;
            figure.querySelector("details").open = true;
            document.querySelector(".scrolled").scrollTop = 0;
            """);
        await _browser.UntilAsync("figure.querySelector('details table') !== null");
        var longer = SampleBatch.Full() with { Timeline = [.. SampleLive.Timeline(60, 100)] };

        await ShowAsync(SampleLive.Part(document: "docs/other.md") with { Completed = 999, Report = longer });

        var page = await PageAsync();
        Assert.Equal("999 of 1,000 documents", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("docs/other.md", Rows(page, "Workers")[0][1]);
        var stayed = await _browser.EvaluateAsync(
            "[figure.isConnected, figure.chart.plot === plot, figure.querySelector('details').open, figure.querySelectorAll('details tbody tr').length, plot.data[0].at(-1), charts.length, charts.every(each => each.plot !== null)]");
        Assert.Equal("[true,true,true,241,60,9,true]", stayed.GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_section_that_comes_or_goes_leaves_the_others_as_they_should_be(bool comes)
    {
        // Charts of durations stand where charts over time will.
        var full = SampleBatch.Full() with { Timeline = [.. SampleBatch.Full().Timeline.Select(static point => point with { Cpu = null })] };
        var little = SampleLive.Part() with { Report = full with { Timeline = [], Slowest = [], Scaling = new(0, []), Alerts = new(0, []) } };
        var much = SampleLive.Part() with { Completed = 44, Report = full };
        await OpenAsync(comes ? little : much);

        await ShowAsync(comes ? much : little);
        var shown = await LookAsync();
        await OpenAsync(comes ? much : little);

        Assert.Equal(await LookAsync(), shown);
        Assert.Empty(_browser.Troubles());
    }

    [Fact]
    public async Task What_is_open_stays_open_when_a_section_comes_or_goes()
    {
        var quiet = SampleLive.Part() with { Report = SampleBatch.Full() with { Alerts = new(0, []) } };
        await OpenAsync(quiet);
        await _browser.EvaluateAsync("window.figures = [...document.querySelectorAll('figure')]; figures[2].querySelector('details').open = true; 0");

        await ShowAsync(SampleLive.Part());
        await ShowAsync(SampleLive.Part(state: LiveState.Over) with { Completed = 1000 });

        Assert.Equal("[true,true,1]", (await _browser.EvaluateAsync("[figures.every(figure => figure.isConnected), figures[2].querySelector('details').open, document.querySelectorAll('details[open]').length]")).GetRawText());
    }

    [Fact]
    public async Task Where_who_serves_the_page_is_gone_without_a_word_that_is_said_and_nothing_is_running_any_more()
    {
        await OpenAsync(SampleLive.Part());

        await _browser.EvaluateAsync("renderLive(document.getElementById('page'), JSON.parse(document.getElementById('data').textContent), 'lost'); 0");

        var page = await PageAsync();
        Assert.Equal("Who serves this page does not answer. This is how it was at 1 January 2000, 00:00:10 UTC.", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal("FastMd: no answer", page.Title);
    }

    [Fact]
    public async Task A_figure_that_is_beyond_all_bounds_is_a_dash()
    {
        var page = await OpenAsync(SampleLive.Part() with
        {
            Report = SampleBatch.Full() with { Throughput = new(double.PositiveInfinity, double.NaN, double.NaN) },
            Processes = [SampleLive.Part().Processes[0] with { DocumentsPerSecond = double.PositiveInfinity, WorkersAllowed = double.NaN, Efficiency = double.NaN }],
        });

        Assert.Contains("Documents a minute: –; 240 on average", Tiles(page));
    }

    [Fact]
    public async Task When_it_is_over_the_page_shows_how_it_ended_and_asks_no_more()
    {
        await OpenAsync(SampleLive.Part());
        _job.Now = SampleLive.Part(state: LiveState.Over) with { Completed = 1000 };

        _server.Dispose();
        await _browser.UntilAsync("document.querySelector('.over .pill').textContent === 'not live any more'");

        var page = await PageAsync();
        Assert.Equal("1,000 of 1,000 documents", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Over, after 10 s.", page.QuerySelector(".lead")!.TextContent);
        Assert.Contains("Workers at work: 2; at most", Tiles(page));
        Assert.Empty(_browser.Troubles());
    }

    [Fact]
    public async Task What_says_nothing_any_more_is_shown_so()
    {
        await OpenAsync(SampleLive.Part());

        await ShowAsync(SampleLive.Part(state: LiveState.Silent));

        Assert.Contains("None of its processes has told of itself lately", (await PageAsync()).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_job_the_page_waits_for_one()
    {
        _job.Now = null;
        Assert.Empty(await _browser.OpenAsync(_server.Address));
        Assert.Equal("No job has told of itself yet", (await PageAsync()).QuerySelector("h1")!.TextContent);

        await ShowAsync(SampleLive.Part());

        Assert.Equal("43 of 1,000 documents", (await PageAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_documents_say_stays_text()
    {
        var plain = await OpenAsync(SampleLive.Part());
        var tags = plain.All.Select(element => element.TagName).Distinct().Order().ToList();

        var page = await OpenAsync(SampleLive.Part(process: PageOf.Hostile, document: PageOf.Hostile) with { Name = PageOf.Hostile, Report = SampleBatch.Full(PageOf.Hostile, PageOf.Hostile) });
        await ShowAsync(SampleLive.Part(process: PageOf.Hostile, document: PageOf.Hostile) with { Name = PageOf.Hostile, Completed = 44 });

        Assert.Equal(tags, page.All.Select(element => element.TagName).Distinct().Order());
        Assert.Empty(_browser.Troubles());
    }

    [Theory]
    [InlineData(1, 50, 320)]
    [InlineData(50, 2, 390)]
    [InlineData(1, 50, 768)]
    [InlineData(50, 2, 1000)]
    public async Task Nothing_is_wider_than_the_screen(int processes, int workers, int width)
    {
        _job.Now = SampleLive.Large(processes, workers) with { Name = new string('x', 200) };
        await _browser.OpenAsync(_server.Address, width);

        Assert.InRange((await _browser.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32(), 1, width);
        await Pictures.KeepAsync(_browser, $"{width}-{processes}x{workers}", width, 2600);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Words_stand_out_from_what_is_behind_them(string scheme)
    {
        _job.Now = SampleLive.Large(3, 3);
        await _browser.OpenAsync(_server.Address, scheme: scheme);

        var contrasts = await _browser.EvaluateAsync(
            """
            (() => {
              const light = color => {
                const [r, g, b] = color.match(/[\d.]+/g).map(Number).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = element => element === null ? "rgb(255, 255, 255)" : getComputedStyle(element).backgroundColor === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : getComputedStyle(element).backgroundColor;
              const all = ["h1", ".lead", ".pill", ".tile .name", ".tile .value", ".tile .more", "th", "td", ".soft", ".over"].flatMap(query => [...document.querySelectorAll(query)].slice(0, 5));
              return all.map(element => {
                const [one, other] = [light(getComputedStyle(element).color), light(behind(element))];
                return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              });
            })()
            """);

        await Pictures.KeepAsync(_browser, scheme, 1200, 2400);
        Assert.All(contrasts.EnumerateArray(), contrast => Assert.InRange(contrast.GetDouble(), 4.5, 21));
    }

    /// <summary>Opens the page while the job is so.</summary>
    private async Task<IHtmlDocument> OpenAsync(LiveReport live)
    {
        _job.Now = live;
        Assert.Empty(await _browser.OpenAsync(_server.Address));
        await _browser.UntilAsync("document.querySelector('.over .pill') !== null");
        return await PageAsync();
    }

    /// <summary>Has the page show a new state.</summary>
    private async Task ShowAsync(LiveReport live)
    {
        await _browser.EvaluateAsync("window.changes = 0; new MutationObserver(() => window.changes++).observe(document.getElementById('page'), { subtree: true, childList: true, characterData: true, attributes: true }); 0");
        _job.Now = live;

        // The page may still be about to ask for what is new.
        var looks = 0;
        do
        {
            Assert.True(looks++ < 500, $"Nothing was shown. {_server.Viewers} viewers; {string.Join('\n', _browser.Troubles())}");
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        while (!(await _browser.EvaluateAsync("new Promise(done => setTimeout(() => done(window.changes > 0), 20))")).GetBoolean());

        await _browser.EvaluateAsync("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    private async Task<IHtmlDocument> PageAsync() => PageOf.Parsed(await _browser.MarkupAsync());

    /// <summary>What the page says, and what its charts show.</summary>
    private async Task<string> LookAsync() => (await _browser.EvaluateAsync(
        "document.getElementById('page').innerText + JSON.stringify(charts.map(({ spec, plot }) => [spec.kind, spec.title, plot.data, plot.scales.x.distr, plot.series.length]))")).GetString()!;

    private static string[] Tiles(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll(".tile").Select(tile =>
            $"{tile.QuerySelector("dt")!.TextContent}: {tile.QuerySelector(".value")!.TextContent.Trim()}; {tile.QuerySelector(".more")!.TextContent}"),
    ];

    private static string[][] Rows(IHtmlDocument page, string caption)
        => [.. page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == caption && table.Closest("details") is null).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];
}

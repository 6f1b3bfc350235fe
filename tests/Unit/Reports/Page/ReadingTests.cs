using System.Text;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

/// <summary>Whoever reads the page, on whatever: a telephone, paper, in the dark, by ear, with scripts off.</summary>
[Collection(nameof(Browser))]
public sealed class ReadingTests(Browser browser)
{
    [Theory]
    [InlineData("full", 320)]
    [InlineData("full", 390)]
    [InlineData("long", 320)]
    [InlineData("long", 768)]
    [InlineData("hostile", 390)]
    public async Task Nothing_is_wider_than_the_screen(string batch, int width)
    {
        await browser.OpenAsync(PageOf.Written(PageOf.Report(batch)), width);

        Assert.InRange((await browser.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32(), 1, width);
    }

    [Fact]
    public async Task Charts_are_as_wide_as_their_place_whatever_becomes_of_it()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()));

        var widths = await browser.EvaluateAsync(
            """
            (async () => {
              const page = document.getElementById("page");
              const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const widths = () => charts.every(each => each.plot.width === each.plot.root.parentElement.clientWidth) ? charts[0].plot.width : -1;
              const all = [];
              for (const width of ["1000px", "640px"]) {
                page.style.width = width;
                await settled();
                all.push(widths());
              }
              return all;
            })()
            """);

        Assert.Equal(2, widths.EnumerateArray().Select(width => width.GetInt32()).Where(width => width > 0).Distinct().Count());
    }

    [Fact]
    public async Task Every_chart_is_drawn_and_in_the_colours_that_suit_the_screen()
    {
        const string Drawn = """
            charts.map(({ plot }) => {
              const pixels = plot.ctx.getImageData(0, 0, plot.ctx.canvas.width, plot.ctx.canvas.height).data;
              const sum = [0, 0];
              for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] === 255) { sum[0]++; sum[1] += pixels[i] + pixels[i + 1] + pixels[i + 2]; }
              return sum[0] > 300 ? sum[1] / sum[0] : -1;
            })
            """;
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()));
        var light = (await browser.EvaluateAsync(Drawn)).EnumerateArray().Select(brightness => brightness.GetDouble()).ToArray();
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()), scheme: "dark");
        var dark = (await browser.EvaluateAsync(Drawn)).EnumerateArray().Select(brightness => brightness.GetDouble()).ToArray();

        Assert.Equal(8, light.Length);
        Assert.All(light.Concat(dark), brightness => Assert.InRange(brightness, 1, 765));
        Assert.All(light.Zip(dark), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public async Task Paper_is_light()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()), scheme: "dark");

        var colors = await browser.EvaluateAsync(
            """
            (() => {
              const colors = [colorNow("--card")];
              dispatchEvent(new Event("beforeprint"));
              colors.push(colorNow("--card"));
              dispatchEvent(new Event("afterprint"));
              return [...colors, colorNow("--card")].join(" ");
            })()
            """);

        Assert.Equal("#191f28 #ffffff #191f28", colors.GetString());
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await browser.PrintAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_ear_tables_have_captions_and_headers_and_charts_say_what_they_show()
    {
        var page = await browser.ShownAsync(SampleBatch.Full());

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.NotEqual("", table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("thead th"), header => Assert.Equal("col", header.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.Children[0].GetAttribute("scope")));
        });
        Assert.All(page.QuerySelectorAll("[role=img]"), picture => Assert.False(string.IsNullOrWhiteSpace(picture.GetAttribute("aria-label"))));
        Assert.Equal("Workers: at work 0 to 2; allowed 2 to 2", page.QuerySelector("figure .plot")!.GetAttribute("aria-label"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("section"), section => Assert.True(section.FirstElementChild!.LocalName == "h2" || section.HasAttribute("aria-label")));
    }

    [Fact]
    public async Task The_values_of_a_chart_are_there_as_a_table()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()));

        var rows = await browser.EvaluateAsync(
            """
            (async () => {
              const tables = [...document.querySelectorAll("details")];
              for (const details of tables) details.open = true;
              await new Promise(done => setTimeout(done));
              return tables.map(details => [...details.querySelectorAll("tr")].slice(0, 3).map(row => [...row.children].map(cell => cell.textContent).join("|")));
            })()
            """);

        Assert.Equal(8, rows.GetArrayLength());
        Assert.Equal(["After|at work|allowed", "0|0|2", "250 ms|0|2"], Texts(rows[0]));
        Assert.Equal(["Time|Documents|Share", "974 µs to 1.16 ms|1|2.3 %", "1.95 ms to 2.32 ms|1|2.3 %"], Texts(rows[6]));
    }

    [Fact]
    public async Task Pointing_at_a_chart_says_the_values_there_and_points_at_the_others_too()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()));
        var place = await browser.EvaluateAsync("(({ left, top, width }) => [left + width / 4, top + 60])(charts[0].plot.over.getBoundingClientRect())");

        await browser.PointAsync(place[0].GetDouble(), place[1].GetDouble());

        var said = await browser.EvaluateAsync(
            """
            (async () => {
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const tips = [...document.querySelectorAll(".tip")];
              return [
                ...[...tips[0].children].map(line => line.textContent),
                tips.filter(tip => getComputedStyle(tip).visibility === "visible" && !tip.hidden).length,
                charts.filter(each => each.plot.cursor.left >= 0).length,
              ].map(String);
            })()
            """);
        Assert.Equal(["2.5 s", "at work: 0", "allowed: 2", "1", "6"], Texts(said));
    }

    [Fact]
    public async Task Without_scripts_the_page_says_where_the_data_are()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()), scripts: false);

        // Scripts are off for the page, not for who asks the browser about it.
        var shown = await browser.EvaluateAsync("document.body.innerText");
        Assert.Contains("scripts are off. The same data are in the report as JSON", shown.GetString()!, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(System.Text.Json.JsonElement list) => list.EnumerateArray().Select(text => text.GetString());
}

using System.Text.Json;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Page;

/// <summary>The parts that the page's scripts are made of, by themselves, in a browser.</summary>
[Collection(nameof(Browser))]
public sealed class ScriptTests(Browser browser)
{
    // From a millionth to a million millions.
    private static readonly FsCheck.Gen<double> AnySize = Gen.Choose(-6000, 12000).Select(exponent => Math.Pow(10, exponent / 1000.0));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1024, "1 KB")]
    [InlineData(12_000, "11.7 KB")]
    [InlineData(1023 * 1024, "1 MB")]
    [InlineData(512L * 1024 * 1024, "512 MB")]
    [InlineData(5_000_000_000_000, "4.55 TB")]
    public async Task Bytes_come_in_the_unit_that_suits_them(long bytes, string text) => Assert.Equal(text, await SaidAsync($"bytes({bytes})"));

    [Theory]
    [InlineData("0", "0 s")]
    [InlineData("0.0000004", "0.4 µs")]
    [InlineData("0.00085", "850 µs")]
    [InlineData("0.0123", "12.3 ms")]
    [InlineData("4.214", "4.21 s")]
    [InlineData("125", "2 min 05 s")]
    [InlineData("90000", "25 h 00 min")]
    public async Task Durations_come_in_the_unit_that_suits_them(string seconds, string text) => Assert.Equal(text, await SaidAsync($"duration({seconds})"));

    [Theory]
    [InlineData("0", "0 %")]
    [InlineData("0.000001", "< 0.01 %")]
    [InlineData("0.0012", "0.12 %")]
    [InlineData("0.5", "50 %")]
    [InlineData("0.1234", "12.3 %")]
    [InlineData("0.9991", "99.91 %")]
    [InlineData("0.999999", "> 99.99 %")]
    [InlineData("1", "100 %")]
    public async Task Only_all_is_a_hundred_per_cent_and_only_none_is_zero(string share, string text) => Assert.Equal(text, await SaidAsync($"share({share})"));

    [Fact]
    public async Task One_is_not_many() => Assert.Equal("1 try, 2,000 tries", await SaidAsync("`${counted(1, 'try', 'tries')}, ${counted(2000, 'try', 'tries')}`"));

    [Fact]
    public async Task Any_text_stays_in_its_place_and_nothing_in_it_hides()
    {
        var texts = Property.Samples(Property.TextOf("<", ">", "\"", "'", "&", "&amp;", "</b>", "<!--", "]]>", "x", " ", "\n", "=", "/", "😀"), 300);
        foreach (var (text, element) in texts.Zip(await ElementsAsync(texts)))
        {
            Assert.Equal((text, text, 0), element);
        }

        foreach (var (text, title, children) in await ElementsAsync(Property.Samples(Property.AnyText, 300)))
        {
            Assert.Equal((text, 0), (title, children));
            Assert.DoesNotContain(text, unit => (char.IsControl(unit) && unit is not ('\n' or '\t')) || unit is '\u202E' or '\u2066' or '\u200F');
        }
    }

    [Theory]
    [InlineData("\0", @"\u0000")]
    [InlineData("a\u202Eb", @"a\u202Eb")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("\u2067نص\u2069", @"\u2067نص\u2069")]
    [InlineData("e\u0301 \u200D", "e\u0301 \u200D")]
    [InlineData("\u2028\u200B\uFEFF\u0085", @"\u2028\u200B\uFEFF\u0085")]
    public async Task What_cannot_be_seen_is_spelled_out(string text, string shown)
        => Assert.Equal(shown, (await ElementsAsync([text]))[0].Text);

    [Fact]
    public async Task Half_a_character_is_spelled_out()
        => Assert.Equal(@"\uD83Dx\uDE00", await SaidAsync("element('b', null, '\\uD83Dx\\uDE00').textContent"));

    [Fact]
    public async Task An_axis_reaches_the_largest_value_in_a_few_even_steps()
    {
        var sizes = Property.Samples(AnySize, 300);
        var axes = await AxesAsync($"{JsonSerializer.Serialize(sizes)}.flatMap(size => [upTo(size), upToBytes(size)])");

        Assert.All(sizes.SelectMany(size => new[] { size, size }).Zip(axes), pair => Assert.True(
            pair.Second.Max >= pair.First * 0.999999 && pair.Second.Ticks.Length is >= 2 and <= 6 && pair.Second.Ticks[^1] == pair.Second.Max && pair.Second.Ticks[0] == 0));
    }

    [Fact]
    public async Task A_clock_ends_where_the_batch_ended_and_has_a_few_ticks()
    {
        var ends = Property.Samples(Gen.Choose(-3000, 7000).Select(exponent => Math.Pow(10, exponent / 1000.0)), 300);
        var axes = await AxesAsync($"{JsonSerializer.Serialize(ends)}.map(clock)");

        Assert.All(ends.Zip(axes), pair => Assert.True(
            pair.Second.Max == pair.First && pair.Second.Ticks.Length is >= 2 and <= 7 && pair.Second.Ticks.All(tick => tick <= pair.Second.Max)));
    }

    [Fact]
    public async Task A_logarithmic_axis_has_a_few_ticks_whatever_it_spans()
    {
        var pairs = Property.Samples(AnySize.Two(), 300).Select(pair => new[] { Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2) });
        var axes = await AxesAsync($"{JsonSerializer.Serialize(pairs)}.map(([least, most]) => logarithmic(least, most, real))");

        Assert.All(axes, axis => Assert.True(axis.Ticks.Length is >= 1 and <= 7 && axis.Ticks.All(tick => tick >= axis.Min && tick <= axis.Max)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public async Task Nothing_to_show_is_an_axis_too(string largest) => Assert.Equal("1", await SaidAsync($"String(upTo({largest}).max)"));

    [Fact]
    public async Task Equal_ratios_lie_equally_far_apart_on_a_logarithmic_axis()
        => Assert.Equal("0 0.5 1 0 1", await SaidAsync("[1, 10, 100, 0, 1e9].map(value => position(logarithmic(1, 100, real), value)).join(' ')"));

    [Theory]
    [InlineData("140", "0 30 s 1:00 1:30 2:00")]
    [InlineData("3700", "0 15 min 30 min 45 min 1:00 h")]
    [InlineData("0.09", "0 20 ms 40 ms 60 ms 80 ms")]
    [InlineData("20000", "0 2 h 4 h")]
    public async Task Times_read_as_people_say_them(string seconds, string labels)
        => Assert.Equal(labels, await SaidAsync($"(axis => axis.ticks.map(axis.format).join(' '))(clock({seconds}))"));

    [Fact]
    public async Task What_was_measured_has_a_dot_at_each_value_and_a_line_across_gaps()
        => Assert.Equal(
            "true true 3",
            await SaidAsync($"({Chart("{ name: 'measured', values: [1, 2, null, 3, null], look: 'dots' }")}, (({{ series }}) => `${{series[1].spanGaps}} ${{series[1].points.show()}} ${{charts.at(-1).plot.series.length + 1}}`)(charts.at(-1).plot))"));

    [Fact]
    public async Task A_line_breaks_where_there_is_no_value_and_a_value_alone_is_a_dot()
        => Assert.Equal(
            "false 3",
            await SaidAsync($"({Chart("{ name: 'x', values: [1, 2, null, 3, null], look: 'line' }")}, (plot => `${{plot.series[1].spanGaps}} ${{plot.series[1].points.filter(plot)}}`)(charts.at(-1).plot))"));

    [Fact]
    public async Task Pointing_anywhere_says_the_values_there()
        => Assert.Equal(
            "1;measured: 1;ideal: 1|2;measured: 2;ideal: 2|3;ideal: 3|4;measured: 3;ideal: 4|5;ideal: 5",
            await SaidAsync($"({Chart("{ name: 'measured', values: [1, 2, null, 3, null], look: 'dots' }, { name: 'ideal', values: [1, 2, 3, 4, 5], look: 'dashed' }")}, [0, 1, 2, 3, 4].map(i => charts.at(-1).spec.hint(i).join(';')).join('|'))"));

    [Fact]
    public async Task No_values_are_a_chart_too()
        => Assert.Equal("x no values", await SaidAsync("(document.body.append(lineChart({ title: 'x', x: clock(1), y: upTo(1), xs: [], series: [{ name: 'x', values: [], look: 'area' }] })), charts.at(-1).show(), charts.at(-1).spec.summary)"));

    [Fact]
    public async Task Thousands_of_values_make_no_more_elements_than_a_few()
    {
        const string Elements = "(values => (document.body.append(lineChart({ title: 'x', x: clock(1), y: upTo(1), xs: values, series: [{ name: 'x', values, look: 'area' }] })), charts.at(-1).show(), String(document.body.lastChild.querySelectorAll('*').length)))";

        Assert.Equal(await SaidAsync($"{Elements}([0, 1])"), await SaidAsync($"{Elements}(Array.from({{ length: 5000 }}, (_, i) => i / 5000))"));
    }

    [Fact]
    public async Task Data_can_be_shown_again_and_in_place_of_other_data()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full()));
        var data = JsonSerializer.Serialize(System.Text.Encoding.UTF8.GetString(PageOf.Written(PageOf.Measurement)).Split("data-form=\"speed\">")[1].Split("</script>")[0]);

        Assert.Equal("8 8 1", (await browser.EvaluateAsync(
            $$"""
            (() => {
              const source = document.getElementById("data");
              const root = document.getElementById("page");
              const numbers = [charts.length];
              render(root, "batch", JSON.parse(source.textContent));
              numbers.push(document.querySelectorAll("canvas").length);
              render(root, "speed", JSON.parse({{data}}));
              return [...numbers, document.querySelectorAll("canvas").length].join(" ");
            })()
            """)).GetString());
    }

    private static string Chart(string series)
        => $"document.body.append(lineChart({{ title: 'Speed-up', x: {{ min: 1, max: 5, ticks: [1, 2, 4], format: real }}, y: upTo(4), xs: [1, 2, 3, 4, 5], series: [{series}] }})), charts.at(-1).show()";

    private async Task<string?> SaidAsync(string expression)
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Empty()));
        return (await browser.EvaluateAsync(expression)).GetString();
    }

    private async Task<(string Text, string Title, int Children)[]> ElementsAsync(IReadOnlyList<string> texts)
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Empty()));
        var elements = await browser.EvaluateAsync(
            JsonSerializer.Serialize(texts) + ".map(text => element('b', { title: text }, text)).map(({ textContent, title, children }) => [textContent, title, children.length])");
        return [.. elements.EnumerateArray().Select(element => (element[0].GetString()!, element[1].GetString()!, element[2].GetInt32()))];
    }

    private async Task<(double Min, double Max, double[] Ticks)[]> AxesAsync(string expression)
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Empty()));
        var axes = await browser.EvaluateAsync($"{expression}.map(({{ min, max, ticks }}) => ({{ min, max, ticks }}))");
        return
        [
            .. axes.EnumerateArray().Select(axis => (
                axis.GetProperty("min").GetDouble(),
                axis.GetProperty("max").GetDouble(),
                axis.GetProperty("ticks").EnumerateArray().Select(tick => tick.GetDouble()).ToArray())),
        ];
    }
}

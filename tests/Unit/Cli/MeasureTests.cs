using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class MeasureTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public MeasureTests()
    {
        for (var i = 0; i < 10; i++)
        {
            _process.Folder.Write($"docs/{i}.md", $"# Page {i}");
        }
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Every_number_of_workers_has_a_line_and_one_is_recommended()
    {
        var outcome = await MeasureAsync("docs", "--jobs", "3", "--rounds", "1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Messages);
        Assert.Equal(["1", "2", "3"], outcome.OutputLines[1..4].Select(line => line.Trim().Split(' ')[0]));
        Assert.Contains("10 documents", outcome.Output, StringComparison.Ordinal);
        Assert.Matches("Recommended: --jobs [123]", outcome.Output);
        Assert.DoesNotContain(_process.Folder.Files(), file => file.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_has_the_points_and_where_the_time_goes()
    {
        var json = JsonElement.Parse((await MeasureAsync("docs", "--jobs", "2", "--rounds", "1", "--json")).Output);

        Assert.Equal(10, json.GetProperty("documents").GetInt32());
        Assert.Equal([1, 2], json.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("workers").GetInt32()));
        Assert.Equal(
            ["read", "decode", "parse", "render", "write", "wait"],
            json.GetProperty("secondsByStage").EnumerateObject().Select(stage => stage.Name));
    }

    [Fact]
    public async Task The_page_has_the_chart_and_the_outputs_stay_where_a_directory_is_named()
    {
        await MeasureAsync("docs", "--jobs", "2", "--rounds", "1", "--report", "speed.html", "-o", "site");

        var page = _process.Folder.Read("speed.html");
        Assert.Contains("Times as fast as one worker", page, StringComparison.Ordinal);
        Assert.Contains("data-form=\"speed\">{\"documents\":10,", page, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/9.html"));
    }

    [Fact]
    public async Task Documents_outside_the_working_directory_are_measured_too()
    {
        _process.WorkingDirectory = _process.Folder.At("docs");
        _process.Folder.Write("elsewhere/x.md", "# X");

        var outcome = await MeasureAsync("../elsewhere/x.md", "1.md", "--jobs", "1", "--rounds", "1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("2 documents", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("docs", "--rounds", "0")]
    [InlineData("docs", "--report", "speed.txt")]
    [InlineData("docs", "--jobs", "-1")]
    public async Task What_makes_no_sense_is_said(params string[] arguments)
    {
        var outcome = await MeasureAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEqual("", outcome.Messages);
    }

    [Fact]
    public async Task Documents_that_fail_are_said_and_fail_the_run()
    {
        _process.Folder.Write("docs/bad.md", new string('>', 2000) + " x");

        var outcome = await MeasureAsync("docs", "--jobs", "1", "--rounds", "1");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 documents failed", outcome.Output, StringComparison.Ordinal);
    }

    private Task<FakeProcess.Outcome> MeasureAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["measure", .. arguments]);
}

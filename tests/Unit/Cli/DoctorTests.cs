using System.Text.Json;
using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task The_table_has_a_line_a_check_its_columns_aligned()
    {
        var outcome = await RunAsync();

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal("", outcome.Messages);
        Assert.All(outcome.OutputLines, line => Assert.Matches("^(.{17}  (ok|warning|problem) +| {28}-> )", line));
        Assert.StartsWith("Runtime            ok       .NET ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_is_taken_from_the_working_directory_and_not_made()
    {
        var outcome = await RunAsync("--output", "site/deep");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Contains($"{_process.Folder.At("site", "deep")}, to be made in {_process.Folder.Path}, can be written", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_process.Folder.Path));
    }

    [Fact]
    public async Task A_problem_costs_the_success_and_the_advice_stands_below_it()
    {
        _process.Folder.Write("file", "x");

        var outcome = await RunAsync("-o", "file/site");

        Assert.Equal(ExitCodes.ProblemFound, outcome.ExitCode);
        var at = Array.FindIndex(outcome.OutputLines, line => line.StartsWith("Destination        problem  ", StringComparison.Ordinal));
        Assert.StartsWith(new string(' ', 28) + "-> ", outcome.OutputLines[at + 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_an_object_a_check()
    {
        _process.Folder.Write("file", "x");

        var outcome = await RunAsync("-o", "file/site", "--json");

        Assert.Equal(ExitCodes.ProblemFound, outcome.ExitCode);
        var rows = outcome.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(rows, row => Assert.Equal(["check", "status", "found", "advice"], row.EnumerateObject().Select(property => property.Name)));
        var destination = rows.Single(row => row.GetProperty("check").GetString() == "Destination");
        Assert.Equal("problem", destination.GetProperty("status").GetString());
        Assert.Contains("is not a folder", destination.GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("advice").ValueKind);
    }

    [Theory]
    [InlineData("--output", "")]
    [InlineData("--no-such-option")]
    [InlineData("site")]
    public async Task What_makes_no_sense_is_a_usage_error(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.NotEmpty(outcome.Messages);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public async Task Standard_output_that_fails_is_said_in_a_line()
    {
        _process.OutputStream = new FullStream();

        var outcome = await RunAsync();

        Assert.Equal(ExitCodes.ProblemFound, outcome.ExitCode);
        Assert.StartsWith("fastmd: ", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Messages, StringComparison.Ordinal);
    }

    private Task<FakeProcess.Outcome> RunAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["doctor", .. arguments]);
}

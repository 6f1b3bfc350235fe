using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Cli;

public sealed class SettingsTests : IDisposable
{
    private const string Raw = "<b>x</b>\n";
    private const string Escaped = "<p>&lt;b&gt;x&lt;/b&gt;</p>\n";
    private const string Allowed = "<p><b>x</b></p>\n";

    private readonly FakeProcess _process = new();

    public SettingsTests() => _process.Folder.Write("docs/a.md", Raw);

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task An_option_wins_over_the_environment_that_over_the_file_and_that_over_the_default()
    {
        Assert.Equal(Allowed, await ConvertAsync());

        _process.Folder.Write("fastmd.json", """{ "rawHtml": "escape" }""");
        Assert.Equal(Escaped, await ConvertAsync());

        _process.Variables["FASTMD_RAW_HTML"] = "allow";
        Assert.Equal(Allowed, await ConvertAsync());

        Assert.Equal(Escaped, await ConvertAsync("--raw-html", "escape"));
    }

    [Fact]
    public async Task The_settings_file_is_looked_for_from_the_working_directory_upward()
    {
        _process.Folder.Write("fastmd.json", """{ "rawHtml": "escape" }""");
        _process.WorkingDirectory = _process.Folder.At("docs");

        Assert.Equal(Escaped, (await _process.RunAsync("a.md")).Output);
    }

    [Fact]
    public async Task An_unknown_key_is_an_error_that_names_file_and_key()
    {
        var path = _process.Folder.Write("fastmd.json", """{ "rawHTML": "escape" }""");

        var outcome = await _process.RunAsync("docs/a.md");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"fastmd: {path}(1,3): 'rawHTML' is not a setting; did you mean 'rawHtml'?", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_is_not_allowed_is_an_error_that_names_it()
    {
        _process.Variables["FASTMD_WORKERS"] = "many";

        var outcome = await _process.RunAsync("docs/a.md");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("fastmd: FASTMD_WORKERS: 'many' is not a value for workers; allowed: 0 to 1024.", outcome.Messages.TrimEnd());
    }

    [Theory]
    [InlineData("--jobs", "1025", "--jobs: '1025' ")]
    [InlineData("-j", "-1", "--jobs: '-1' ")]
    [InlineData("--raw-html", "maybe", "--raw-html: 'maybe' ")]
    [InlineData("--max-document", "0", "--max-document: '0' ")]
    [InlineData("--resource-profile", "huge", "--resource-profile: 'huge' ")]
    [InlineData("--cpu-limit", "101", "--cpu-limit: '101' ")]
    [InlineData("--otlp-endpoint", "localhost:4318", "--otlp-endpoint: 'localhost:4318' ")]
    public async Task An_option_that_is_not_allowed_is_an_error_that_names_it(string option, string value, string message)
        => Assert.Contains(message, (await _process.RunAsync("docs/a.md", option, value)).Messages, StringComparison.Ordinal);

    [Fact]
    public async Task Options_that_are_not_allowed_are_all_named()
    {
        var outcome = await _process.RunAsync("docs/a.md", "--jobs", "many", "--raw-html", "maybe");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            [
                "fastmd: --raw-html: 'maybe' is not a value for rawHtml; allowed: allow, escape, sanitize.",
                "--jobs: 'many' is not a value for workers; allowed: 0 to 1024.",
            ],
            outcome.Messages.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--jobs", "2")]
    [InlineData("-j", "2")]
    [InlineData("--batch-size", "5")]
    [InlineData("--timeout", "1.5")]
    [InlineData("--memory-limit", "64")]
    [InlineData("--max-document", "1")]
    [InlineData("--flavor", "CommonMark")]
    [InlineData("--to", "html")]
    [InlineData("--as", "fragment")]
    [InlineData("--template", "")]
    [InlineData("--resource-profile", "low")]
    [InlineData("--cpu-limit", "80")]
    [InlineData("--no-adaptive", null)]
    [InlineData("--unordered", null)]
    [InlineData("--no-parallel", null)]
    public async Task Every_setting_has_its_option(string option, string? value)
        => Assert.Equal(Allowed, await ConvertAsync(value is null ? [option] : [option, value]));

    [Fact]
    public void Every_option_of_the_table_is_one_of_the_command()
    {
        var command = new FastMd.Cli.Convert.ConvertCommand(FastMd.Cli.ProcessEnvironment.Current, CancellationToken.None);

        Assert.Subset(
            command.Options.Select(option => option.Name).ToHashSet(),
            SettingsTable.All.Select(setting => setting.Option).Where(name => name.Length > 0).ToHashSet());
    }

    private async Task<string> ConvertAsync(params string[] options)
    {
        var outcome = await _process.RunAsync(["docs/a.md", .. options]);
        Assert.Equal("", outcome.Messages);
        return outcome.Output;
    }
}

using System.Text.Json;
using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Cli;

public sealed class SettingsTests : IDisposable
{
    private const string Raw = "<b>x</b>\n";
    private const string Escaped = "<p>&lt;b&gt;x&lt;/b&gt;</p>\n";
    private const string Allowed = "<p><b>x</b></p>\n";

    private readonly FakeProcess _process = new();

    public static TheoryData<string> Keys => [.. SettingsTable.All.Select(setting => setting.Key)];

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
            SettingsTable.All.Where(setting => setting.HasOwnOption).Select(setting => setting.Option).Append(Setting.GeneralOption).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_setting_can_be_given_by_its_key(string key)
    {
        var setting = SettingsTable.All.Single(setting => setting.Key == key);

        var outcome = await _process.RunCommandAsync(
            TestContext.Current.CancellationToken, ["config", "--json", "--set", $"{key}={setting.DefaultText}"]);

        Assert.Equal("", outcome.Messages);
        var row = outcome.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).Single(row => row.GetProperty("key").GetString() == key);
        Assert.Equal(("option", $"--set {key}"), (row.GetProperty("origin").GetString(), row.GetProperty("source").GetString()));
        Assert.Equal(setting.DefaultJson, row.GetProperty("value").GetRawText());
        Assert.Equal(setting.Option, row.GetProperty("option").GetString());
    }

    [Fact]
    public async Task A_setting_given_by_its_key_wins_over_environment_and_file_whatever_the_case_of_the_key()
    {
        _process.Folder.Write("fastmd.json", """{ "rawHtml": "escape" }""");
        _process.Variables["FASTMD_RAW_HTML"] = "escape";

        Assert.Equal(Allowed, await ConvertAsync("--set", "rawHtml=allow"));
        Assert.Equal(Allowed, await ConvertAsync("--set=RAWHTML=allow", "--set", "retries=0"));
    }

    [Fact]
    public async Task A_relative_path_given_by_key_belongs_to_the_working_directory()
    {
        _process.Folder.Write("docs/page.html", "<i>{{content}}</i>");
        _process.WorkingDirectory = _process.Folder.At("docs");

        Assert.Equal((await _process.RunAsync("a.md", "--template", "page.html")).Output, (await _process.RunAsync("a.md", "--set", "template=page.html")).Output);
        Assert.StartsWith("<i>", (await _process.RunAsync("a.md", "--set", "template=page.html")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retries", "--set: 'retries' gives no value; write --set KEY=VALUE.")]
    [InlineData("retires=1", "--set: 'retires' is not a setting; did you mean 'retries'?")]
    [InlineData("=1", "--set: '' is not a setting; there are: to, as, ")]
    [InlineData("retries=", "--set retries: '' is not a value for retries; allowed: 0 to 10.")]
    [InlineData("Retries=11", "--set retries: '11' is not a value for retries; allowed: 0 to 10.")]
    [InlineData("tierLimits=1;2", "--set tierLimits: '1;2' is not a value for tierLimits; allowed: 5 whole numbers from 0 to 1024 (as text, separated by ';').")]
    public async Task What_cannot_be_given_by_key_is_an_error_that_says_what_can(string given, string message)
    {
        var outcome = await _process.RunAsync("docs/a.md", "--set", given);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"fastmd: {message}", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_given_twice_is_an_error_and_all_that_is_wrong_is_named()
    {
        var outcome = await _process.RunAsync(
            "docs/a.md", "--set", "workers=2", "--jobs", "2", "--set", "retries=1", "--set", "retries=1", "--set", "resultSlots=1", "--raw-html", "maybe");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            [
                "fastmd: --raw-html: 'maybe' is not a value for rawHtml; allowed: allow, escape, sanitize.",
                "--set workers: --jobs gives it already; leave one of the two out.",
                "--set retries: --set retries gives it already; leave one of the two out.",
                "--set resultSlots: '1' is not a value for resultSlots; allowed: 2 to 10000000.",
            ],
            outcome.Messages.TrimEnd().Split('\n'));
    }

    private async Task<string> ConvertAsync(params string[] options)
    {
        var outcome = await _process.RunAsync(["docs/a.md", .. options]);
        Assert.Equal("", outcome.Messages);
        return outcome.Output;
    }
}

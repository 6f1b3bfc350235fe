using FastMd.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Watch;

/// <summary>The whole command, with real files and what the system says of them.</summary>
public sealed class WatchRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LineSignals _messages = new();
    private readonly CancellationTokenSource _interruption = new();

    public WatchRunTests() => _folder.Write("docs/a.md", "first");

    public void Dispose()
    {
        _interruption.Dispose();
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_change_is_converted_and_said_in_a_line_until_the_user_ends_it()
    {
        var run = RunAsync("docs", "-o", "site");
        await _messages.WaitForAsync("Watching for changes");
        Assert.Equal("<p>first</p>\n", _folder.Read("site/a.html"));

        Save("docs/a.md", "second");
        Assert.StartsWith($"{Path.Combine("docs", "a.md")} changed: ", await _messages.WaitForAsync("changed"), StringComparison.Ordinal);
        Assert.Equal("<p>second</p>\n", _folder.Read("site/a.html"));

        Save("docs/new/b.md", "new");
        await _messages.WaitForAsync("changed");
        await UntilAsync("site/new/b.html");

        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task What_changed_goes_through_the_command_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is of Unix.");
        var run = RunAsync("docs", "-o", "site", "--exec", "/bin/sh", "-c", "tr a-z A-Z");
        await _messages.WaitForAsync("Watching for changes");
        Assert.Equal("<P>FIRST</P>\n", _folder.Read("site/a.html"));

        Save("docs/a.md", "second");
        await _messages.WaitForAsync("changed");
        Assert.Equal("<P>SECOND</P>\n", _folder.Read("site/a.html"));

        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task One_file_follows_its_document()
    {
        var run = RunAsync(_folder.At("docs", "a.md"), "-o", "page.html");
        await _messages.WaitForAsync("Watching for changes");
        Assert.Equal("<p>first</p>\n", _folder.Read("page.html"));

        Save("docs/a.md", "second");
        await _messages.WaitForAsync("changed");
        Assert.Equal("<p>second</p>\n", _folder.Read("page.html"));

        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task A_template_is_watched_and_one_that_is_broken_meanwhile_ends_nothing()
    {
        _folder.Write("page.html", "one {{content}}");
        var run = RunAsync("docs/a.md", "-o", "site", "--base", "docs", "--template", "page.html");
        await _messages.WaitForAsync("Watching for changes");
        Assert.StartsWith("one", _folder.Read("site/a.html"), StringComparison.Ordinal);

        Save("page.html", "two {{content");
        await _messages.WaitForAsync("page.html(1,5): {{ is not closed");

        Save("page.html", "three {{content}}");
        await _messages.WaitForAsync("page.html changed: ");
        Assert.StartsWith("three", _folder.Read("site/a.html"), StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task Settings_are_read_again()
    {
        var run = RunAsync("docs", "-o", "site");
        await _messages.WaitForAsync("Watching for changes");

        Save("fastmd.json", """{ "as": "page" }""");
        await _messages.WaitForAsync("fastmd.json changed: ");
        Assert.StartsWith("<!DOCTYPE", _folder.Read("site/a.html"), StringComparison.Ordinal);

        Save("fastmd.json", """{ "as": "book" }""");
        await _messages.WaitForAsync("'\"book\"' is not a value for as");

        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task A_folder_that_is_removed_and_comes_back_is_watched_again()
    {
        var run = RunAsync("docs", "-o", "site");
        await _messages.WaitForAsync("Watching for changes");

        Directory.Delete(_folder.At("docs"), recursive: true);
        await _messages.WaitForAsync("'docs' does not exist");
        Save("elsewhere/a.md", "second");
        Directory.Move(_folder.At("elsewhere"), _folder.At("docs"));
        await _messages.WaitForAsync("docs changed: ");
        Save("docs/a.md", "third");
        await _messages.WaitForAsync("a.md changed: ");

        Assert.Equal("<p>third</p>\n", _folder.Read("site/a.html"));
        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Fact]
    public async Task A_change_while_another_run_writes_there_is_converted_when_that_is_over()
    {
        var run = RunAsync("docs", "-o", "site");
        await _messages.WaitForAsync("Watching for changes");
        using (File.Open(_folder.At("site", ".fastmd", "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Save("docs/a.md", "second");
            await _messages.WaitForAsync("is writing to");
        }

        await _messages.WaitForAsync("a.md changed: ");

        Assert.Equal("<p>second</p>\n", _folder.Read("site/a.html"));
        Assert.Equal(ExitCodes.Success, await EndAsync(run));
    }

    [Theory]
    [InlineData("--output", "docs")]
    [InlineData("dry run", "docs", "-o", "site", "--dry-run")]
    [InlineData("Standard input", "-", "-o", "site")]
    [InlineData("'none' does not exist", "none", "-o", "site")]
    [InlineData("--template", "docs", "-o", "site", "--template", "none.html")]
    public async Task What_makes_no_sense_from_the_beginning_ends_it(string message, params string[] arguments)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));

        await _messages.WaitForAsync(message == "--template" ? "The template" : message);
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var environment = new ProcessEnvironment(_folder.Path, _ => null, () => Stream.Null, () => new MemoryStream(), _messages, IsTerminal: false);
        return Task.Run(() => CommandLine.Run(["convert", "--watch", .. arguments], environment, _interruption.Token), TestContext.Current.CancellationToken);
    }

    private async Task<int> EndAsync(Task<int> run)
    {
        await _interruption.CancelAsync();
        return await run.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Saves a file as careful editors do: it is never seen half written.</summary>
    private void Save(string path, string content)
    {
        var passing = _folder.Write(path + ".tmp", content);
        File.Move(passing, _folder.At(path.Split('/')), overwrite: true);
    }

    /// <summary>Waits for an output that one of several rebuilds writes.</summary>
    private async Task UntilAsync(string path)
    {
        while (!_folder.Has(path))
        {
            await _messages.WaitForAsync("changed");
        }
    }
}

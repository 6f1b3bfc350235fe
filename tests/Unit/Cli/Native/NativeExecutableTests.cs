using System.Text;
using FastMd.Tests.Unit.Cli.Telemetry;
using FastMd.Tests.Unit.Docs;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Native;

/// <summary>The native executable does what the one that is compiled as it runs does.</summary>
public sealed class NativeExecutableTests(NativeExecutable native) : IClassFixture<NativeExecutable>, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_component_is_within_its_budget()
    {
        var sizes = ExecutableParts.Read(native.Map);
        sizes["Executable"] = new FileInfo(native.Path).Length;

        SizePage.AssertWithin("The native executable", sizes);
    }

    [Theory]
    [InlineData("--as", "fragment")]
    [InlineData("--as", "page")]
    [InlineData("--flavor", "commonmark")]
    [InlineData("--raw-html", "escape")]
    [InlineData("--raw-html", "sanitize")]
    public async Task Outputs_are_the_same_to_the_byte(params string[] options)
    {
        WriteSamples();

        var jit = await JitAsync(["convert", "docs", "-o", "jit", .. options]);
        var compiled = await NativeAsync(["convert", "docs", "-o", "native", .. options]);

        Assert.Equal((jit.ExitCode, WithoutTimes(jit.Output)), (compiled.ExitCode, WithoutTimes(compiled.Output)));
        AssertSameOutputs(10);
    }

    [Fact]
    public async Task The_examples_of_the_specifications_come_out_the_same_to_the_byte()
    {
        foreach (var specification in new[] { "commonmark.txt", "gfm.txt", "gfm-extensions.txt" })
        {
            foreach (var example in SpecExample.ReadAll(specification))
            {
                _folder.Write($"docs/{specification}/{example.Number}.md", example.Markdown);
            }
        }

        await JitAsync(["convert", "docs", "-o", "jit"]);
        await NativeAsync(["convert", "docs", "-o", "native"]);

        AssertSameOutputs(1_353);
    }

    [Fact]
    public async Task An_unchanged_tree_is_left_alone_and_a_changed_document_is_not()
    {
        WriteSamples();
        await NativeAsync(["convert", "docs", "-o", "site"]);

        var again = await NativeAsync(["convert", "docs", "-o", "site", "--verbose"]);
        _folder.Write("docs/plain.md", "# Another");
        var changed = await NativeAsync(["convert", "docs", "-o", "site", "--verbose"]);

        Assert.DoesNotContain("Converted ", again.Output, StringComparison.Ordinal);
        Assert.Single(changed.Output.Split('\n'), line => line.StartsWith("Converted ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("convert", "--help")]
    [InlineData("config", "--json")]
    [InlineData("check", "docs")]
    [InlineData("check", "docs", "--format", "sarif")]
    [InlineData("convert", "docs", "-o", "site", "--dry-run")]
    [InlineData("convert", "docs/plain.md", "--json")]
    [InlineData("convert", "nowhere")]
    [InlineData("convert", "docs", "--jobs", "many")]
    public async Task Commands_say_the_same(params string[] arguments)
    {
        WriteSamples();

        var jit = await JitAsync(arguments);
        var compiled = await NativeAsync(arguments);

        Assert.Equal((jit.ExitCode, WithoutTimes(jit.Output)), (compiled.ExitCode, WithoutTimes(compiled.Output)));
    }

    [Fact]
    public async Task Worker_processes_write_the_same_to_the_byte()
    {
        WriteSamples();

        var jit = await JitAsync(["convert", "docs", "-o", "jit"]);
        var compiled = await NativeAsync(["convert", "docs", "-o", "native", "--isolation", "process", "--processes", "2"]);

        Assert.Equal((jit.ExitCode, WithoutTimes(jit.Output)), (compiled.ExitCode, WithoutTimes(compiled.Output)));
        AssertSameOutputs(10);
    }

    [Fact]
    public async Task A_worker_process_whose_parent_is_killed_ends_though_it_is_at_a_document()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Children are found in /proc.");
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Children are found in /proc.");
        _folder.Write("docs/large.md", string.Concat(Enumerable.Repeat("Some *text* with `code` and [a link](there.md).\n\n", 800_000)));
        var start = new System.Diagnostics.ProcessStartInfo(native.Path, ["convert", "docs", "-o", "site", "--isolation", "process", "--jobs", "1"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
        };
        using var parent = System.Diagnostics.Process.Start(start)!;
        await UntilAsync(() => ChildrenOf(parent.Id).Count == 1);
        var children = ChildrenOf(parent.Id);

        parent.Kill();

        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => !children.Any(static child => Directory.Exists($"/proc/{child}")));
    }

    [Fact]
    public async Task The_self_check_knows_that_it_was_compiled_ahead()
    {
        var (exitCode, output) = await NativeAsync(["doctor"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("compiled ahead", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speed_is_measured()
    {
        WriteSamples();

        var (exitCode, output) = await NativeAsync(["measure", "docs/plain.md", "--rounds", "1", "--jobs", "2"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("Recommended: --jobs", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_written_as_json_and_as_a_page()
    {
        WriteSamples();

        await NativeAsync(["convert", "docs", "-o", "site", "--report", "report.json"]);
        await NativeAsync(["convert", "docs", "-o", "site", "--report", "report.html"]);

        Assert.Contains("\"unchanged\"", _folder.Read("report.json"), StringComparison.Ordinal);
        Assert.Contains("</html>", _folder.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telemetry_reaches_a_collector()
    {
        WriteSamples();
        using var collector = new TestCollector();

        await NativeAsync(["convert", "docs/plain.md", "-o", "site", "--otlp-endpoint", collector.Endpoint.ToString()]);

        Assert.Contains(collector.Metrics, metric => metric.Name == "fastmd.documents");
        Assert.Contains(collector.Spans, span => span.Name == "document");
    }

    private void AssertSameOutputs(int atLeast)
    {
        var outputs = _folder.Files().Where(file => file.StartsWith("jit/", StringComparison.Ordinal)).ToList();
        Assert.True(outputs.Count >= atLeast, $"Only {outputs.Count} outputs were written: too few to prove anything.");
        Assert.All(outputs, file => Assert.Equal(
            File.ReadAllBytes(_folder.At(file)), File.ReadAllBytes(_folder.At("native" + file["jit".Length..]))));
    }

    private static string WithoutTimes(string output) => string.Join('\n', output.Split('\n')
        .Where(line => !line.Contains("pages/s", StringComparison.Ordinal))
        .Select(line => line.StartsWith('{') && line.IndexOf("\"ms\":", StringComparison.Ordinal) is > 0 and var at ? line[..at] : line));

    private void WriteSamples()
    {
        foreach (var page in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
        {
            _folder.Write("docs/pages/" + System.IO.Path.GetFileName(page), File.ReadAllBytes(page));
        }

        _folder.Write("docs/plain.md", "# Straße ΣΊΣΥΦΟΣ\n\n[Σίσυφος]\n\n[ΣΊΣΥΦΟΣ]: plain.md\n\n[ẞ]\n\n[SS]: /s\n\n- [x] done\n\n| a | b |\n|--|:-:|\n| 1 | ~~2~~ |\n");
        _folder.Write("docs/matter.md", "---\ntitle: Über\ndate: 2024-05-06\nlist: [1, 2.5, true]\n---\n\nText[^1] and www.example.org.\n\n[^1]: Note\n");
        _folder.Write("docs/dead.md", "[gone](gone.md) and [place](plain.md#none)\n\n<script>alert(1)</script>\n");
        _folder.Write("docs/utf16.md", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("# Wide\n")).ToArray());
        _folder.Write("docs/bad.md", [0x23, 0x20, 0xFF, 0x0A]);
    }

    private static List<string> ChildrenOf(int parent)
        => File.Exists($"/proc/{parent}/task/{parent}/children")
            ? [.. Directory.EnumerateDirectories($"/proc/{parent}/task")
                .SelectMany(static thread => File.ReadAllText(System.IO.Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))]
            : [];

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Limit);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<(int ExitCode, string Output)> JitAsync(IReadOnlyList<string> arguments)
        => RunAsync("dotnet", ["exec", System.IO.Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), .. arguments]);

    private Task<(int ExitCode, string Output)> NativeAsync(IReadOnlyList<string> arguments) => RunAsync(native.Path, arguments);

    private Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyList<string> arguments) => ChildProcess.RunAsync(
        program, arguments, new Dictionary<string, string?>(), Limit, TestContext.Current.CancellationToken, _folder.Path);
}

using System.Globalization;
using System.Text.Json;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>
/// The executable's memory, in a process of its own: over documents that are nothing but one construct it stays within one and a half times the
/// limit, be they converted or refused.
/// </summary>
public sealed class MemoryLimitTests : IDisposable
{
    private const int LimitMB = 256;
    private const double MegaByte = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Shapes { get; } = new()
    {
        { "items", "md", "- a\n" },
        { "items that nest", "md", "- - - - - - - - a\n" },
        { "lines", "md", "a\n" },
        { "paragraphs", "md", "a\n\n" },
        { "headings", "md", "# a\n" },
        { "quotes", "md", "> a\n\n" },
        { "cells", "md", "|a|b|\n|-|-|\n|a|b|\n|a|b|\n|a|b|\n|a|b|\n|a|b|\n|a|b|\n|a|b|\n|a|b|\n\n" },
        { "emphasis", "md", "*a* *b* *c* *d*\n\n" },
        { "emphasis that nests", "md", "*_*_*_*_a_*_*_*_*\n\n" },
        { "links", "md", "[a](b)[a](b)[a](b)[a](b)\n\n" },
        { "entities", "md", "&amp;&amp;&amp;&amp;&amp;&amp;\n\n" },
        { "footnotes", "md", "[^{0}]\n\n[^{0}]: a\n\n" },
        { "elements", "mdx", "<a/>\n\n" },
        { "expressions", "mdx", "{{a}}\n\n" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task One_document_that_may_just_be_converted(string name, string extension, string piece)
    {
        Write($"{name}.{extension}", piece, extension == "mdx" ? 260_000 : 520_000);

        Assert.InRange(await PeakMBAsync("html", mayFail: false), 1, 1.5 * LimitMB);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Large_documents_among_small_ones(string name, string extension, string piece)
    {
        for (var i = 0; i < 12; i++)
        {
            Write($"{i} {name}.{extension}", piece, i % 4 == 0 ? 4_000_000 : 250_000);
        }

        Assert.InRange(await PeakMBAsync("html", mayFail: true), 1, 1.5 * LimitMB);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("js")]
    public async Task A_tree_of_all_shapes(string to)
    {
        foreach (var (name, extension, piece) in Shapes.Select(static shape => shape.Data))
        {
            Write($"{name}.{extension}", piece, 120_000);
            Write($"{name} again.{extension}", piece, 200_000);
        }

        Assert.InRange(await PeakMBAsync(to, mayFail: true), 1, 1.5 * LimitMB);
    }

    private void Write(string name, string piece, int length)
    {
        var pieces = Enumerable.Range(0, length / piece.Length).Select(number => string.Format(CultureInfo.InvariantCulture, piece, number));
        _folder.Write($"docs/{name}", string.Concat(pieces));
    }

    private async Task<double> PeakMBAsync(string to, bool mayFail)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the system counts other memory.");
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), "convert", "docs", "--output", "site", "--to", to, "--memory-limit", $"{LimitMB}",
            "--timeout", "120", "--no-link-warnings", "--report", "report.json", "--quiet",
        ];
        var (exitCode, output) = await ChildProcess.RunAsync(
            "dotnet", arguments, new Dictionary<string, string?>(), Patience, TestContext.Current.CancellationToken, _folder.Path);

        Assert.True(exitCode == 0 || mayFail, output);
        Assert.All(output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)), static line => Assert.Contains("error FM1006: ", line, StringComparison.Ordinal));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.At("report.json"), TestContext.Current.CancellationToken));
        return Find(report.RootElement, "peakResidentBytes")!.Value.GetInt64() / MegaByte;
    }

    private static JsonElement? Find(JsonElement element, string name) => element.ValueKind != JsonValueKind.Object ? null
        : element.TryGetProperty(name, out var found) ? found
        : element.EnumerateObject().Select(property => Find(property.Value, name)).FirstOrDefault(static inner => inner is not null);
}

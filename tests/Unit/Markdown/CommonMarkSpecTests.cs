using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class CommonMarkSpecTests
{
    private const int ExampleCount = 652;

    [Fact]
    public void Every_example_converts_to_the_HTML_of_the_specification()
    {
        var examples = Examples();
        var converter = new MarkdownConverter(new(MarkdownFlavor.CommonMark));

        foreach (var example in examples)
        {
            Assert.Equal((example.Number, example.Html), (example.Number, Converting.Html(converter, example.Markdown)));
        }
    }

    [Fact]
    public async Task A_tree_of_all_examples_becomes_a_tree_of_files_with_the_bytes_of_the_specification()
    {
        var examples = Examples();
        using var folder = new TemporaryFolder();
        var sources = examples
            .Select(example => (Path: folder.Write($"source/{example.Number / 100}/{example.Number}.md", example.Markdown), example.Markdown))
            .Select(file => DocumentSource.FromFile(file.Path, Encoding.UTF8.GetByteCount(file.Markdown)))
            .ToList();
        var job = new ConversionJob(new()
        {
            BasePath = folder.At("source"),
            Destination = folder.At("html"),
            Target = new HtmlTarget { Markdown = new(MarkdownFlavor.CommonMark) },
        });

        var count = 0;
        await foreach (var result in job.RunAsync(job.PlanAll(sources), cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal(ConversionStatus.Converted, result.Status);
            count++;
        }

        Assert.Equal(ExampleCount, count);
        foreach (var example in examples)
        {
            var expected = Encoding.UTF8.GetBytes(example.Html);
            Assert.Equal(expected, File.ReadAllBytes(folder.At("html", $"{example.Number / 100}", $"{example.Number}.html")));
        }
    }

    private static IReadOnlyList<SpecExample> Examples()
    {
        var examples = SpecExample.ReadAll("commonmark.txt");
        Assert.Equal(ExampleCount, examples.Count);
        return examples;
    }
}

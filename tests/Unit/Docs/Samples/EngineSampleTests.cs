using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>The sample of the engine's README, line by line, in a folder of the test's own.</summary>
public class EngineSampleTests
{
    [Fact]
    public async Task The_sample_converts_a_tree()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", "# A\n");
        folder.Write("docs/b/b.md", "# B\n");

        Assert.Equal(["Converted a.md", "Converted b.md"], await RunAsync(new(folder.Path)));
        Assert.Equal(["docs/a.md", "docs/b/b.md", "site/a.html", "site/b/b.html"], folder.Files());
    }

    private static async Task<List<string>> RunAsync(Folder Path)
    {
        var Console = new Lines();

        var docs = Path.GetFullPath("docs");
        var site = Path.GetFullPath("site");
        var tree = new DocumentTree(docs, DocumentFilter.Default, leftOut: site, onUnreadable: (folder, why) => Console.Error.WriteLine($"{folder}: {why.Message}"));

        using var job = new ConversionJob(new JobOptions { BasePath = docs, Destination = site });
        await foreach (var result in job.RunAsync(job.PlanAll([.. tree.Documents()])))
        {
            Console.WriteLine($"{result.Status} {result.SourcePath}");
        }

        return Console.Written;
    }

    /// <summary>Stands for <see cref="Path"/>: relative paths belong to the test's folder.</summary>
    private sealed class Folder(string path)
    {
        public string GetFullPath(string relative) => Path.Combine(path, relative);
    }

    /// <summary>Stands for <see cref="Console"/>.</summary>
    private sealed class Lines
    {
        public List<string> Written { get; } = [];

        public Lines Error => this;

        public void WriteLine(string line) => Written.Add(line.Split(' ')[0] + " " + Path.GetFileName(line.Split(' ')[1]));
    }
}

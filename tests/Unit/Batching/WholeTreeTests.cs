using System.Text;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class WholeTreeTests
{
    [Fact]
    public void Parallel_and_sequential_runs_write_the_same_bytes()
    {
        Prop.ForAll<int>(seed =>
        {
            using var tree = new TemporaryFolder();
            using var sequential = new TemporaryFolder();
            using var parallel = new TemporaryFolder();
            var count = RandomTree.Write(tree, seed);
            var random = new Random(seed);
            var largest = tree.Files().Max(file => new FileInfo(tree.At(file)).Length);

            var one = Convert(tree, sequential, new BatchOptions { Parallel = false });
            var many = Convert(tree, parallel, new BatchOptions
            {
                Workers = random.Next(2, 8),
                Ordered = random.Next(2) == 0,
                BatchSize = random.Next(20),
                ResultSlots = random.Next(2, 50),
                WorkingBytes = (10 * WorkingBytesEstimator.Expected(largest)) + random.Next(1_000_000),
            });

            return one.Count == count && many.Count == count
                && sequential.Files().SequenceEqual(parallel.Files())
                && sequential.Files().Length == count
                && sequential.Files().All(file => File.ReadAllBytes(sequential.At(file)).AsSpan().SequenceEqual(File.ReadAllBytes(parallel.At(file))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Ten_thousand_tiny_files_come_out_in_order_and_whole()
    {
        const int Count = 10_000;
        using var tree = new TemporaryFolder();
        using var output = new TemporaryFolder();
        for (var index = 0; index < Count; index++)
        {
            tree.Write($"d{index / 1000}/{index:00000}.md", $"# {index}\n");
        }

        var results = Convert(tree, output, new BatchOptions { Workers = 4, ResultSlots = 100 });

        Assert.Equal(Enumerable.Range(0, Count).Select(index => (long)index), results.Select(result => result.Index));
        Assert.All(results, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(Count, output.Files().Length);
        Assert.Equal("<h1 id=\"7\">7</h1>\n", output.Read("d0/00007.html"));
    }

    [Fact]
    public void One_document_of_twenty_megabytes_does_not_hold_up_five_thousand_small_ones()
    {
        using var tree = new TemporaryFolder();
        using var output = new TemporaryFolder();
        tree.Write("00-large.md", LargeDocument(20 * 1024 * 1024));
        for (var index = 0; index < 5_000; index++)
        {
            tree.Write($"s{index:0000}.md", $"# {index}\n\nSmall.\n");
        }

        var observer = new TestObserver();
        var results = Convert(tree, output, new BatchOptions { Workers = 2, TimeLimit = TimeSpan.Zero }, observer);

        Assert.Equal(5_001, results.Count);
        Assert.All(results, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(0, results[0].Index);

        // It is begun first and, alone or not, is done long after the first small ones.
        Assert.EndsWith("00-large.md", observer.Begun.First().Source.Name, StringComparison.Ordinal);
        Assert.NotEqual(0, observer.Done.First().Index);
        Assert.True(observer.Done.TakeWhile(result => result.Index != 0).Count() > 1_000);
    }

    [Fact]
    public void An_endless_converter_times_out_and_writes_nothing_while_the_rest_of_the_tree_is_written()
    {
        using var tree = new TemporaryFolder();
        using var output = new TemporaryFolder();
        using var release = new ManualResetEventSlim();
        tree.Write("endless.md", "endless");
        tree.Write("good.md", "good");
        var time = new FakeTimeProvider();
        using var stuck = new ManualResetEventSlim();
        var executor = Processing.ToFiles(new EndlessConverter(stuck, release), output.Path);
        var planned = Job(tree, output, new()).PlanAll(Sources(tree));
        var observer = new TestObserver();
        using var session = new BatchSession(new BatchOptions { Workers = 2 }, executor, observer, time, CancellationToken.None);
        Assert.All(planned, document => session.TryAdmit(document));
        session.CompleteAdding();
        Assert.True(stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken));
        Assert.True(SpinWait.SpinUntil(() => observer.Done.Count == 1, SessionDriver.Patience));
        time.Advance(TimeSpan.FromSeconds(31));
        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        release.Set();

        Assert.Equal([ConversionStatus.TimedOut, ConversionStatus.Converted], results.Select(result => result.Status));
        Assert.Equal(["good.html"], output.Files());
    }

    private static List<ConversionResult> Convert(
        TemporaryFolder tree, TemporaryFolder output, BatchOptions options, IBatchObserver? observer = null)
    {
        var planned = Job(tree, output, options).PlanAll(Sources(tree));
        var executor = Processing.ToFiles(new Engine.Markdown.MarkdownConverter(new()), output.Path, maximumBytes: 64 * 1024 * 1024);
        return SessionDriver.Run(options, executor, planned, observer);
    }

    private static ConversionJob Job(TemporaryFolder tree, TemporaryFolder output, BatchOptions options)
        => new(new JobOptions { BasePath = tree.Path, Destination = output.Path, Batch = options });

    private static List<DocumentSource> Sources(TemporaryFolder tree)
        => [.. new DocumentTree(tree.Path, DocumentFilter.Default, null, (_, failure) => throw failure).Documents()];

    private static string LargeDocument(int length)
    {
        var text = new StringBuilder(length + 100);
        for (var paragraph = 0; text.Length < length; paragraph++)
        {
            text.Append("Paragraph ").Append(paragraph).Append(" with *emphasis*, `code` and plain text that goes on for a while.\n\n");
        }

        return text.ToString();
    }

    private sealed class EndlessConverter(ManualResetEventSlim stuck, ManualResetEventSlim release) : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        {
            output.Write(source.Text);
            if (source.Text == "endless")
            {
                stuck.Set();
                release.Wait(SessionDriver.Patience, CancellationToken.None);
            }

            return new(null, null, []);
        }
    }
}

using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;
using FastMd.Tests.Unit.Batching;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Workers;

/// <summary>What threads make of documents, worker processes make of them, too.</summary>
public sealed class SameAsThreadsTests
{
    private const long Memory = 512L * 1024 * 1024;

    [Fact]
    public void Order_statuses_attempts_and_contents_are_the_same_under_random_interleavings_and_failures()
    {
        Property.Holds(Gen.Choose(0, int.MaxValue), static seed =>
        {
            var random = new Random(seed);
            var options = new BatchOptions
            {
                Workers = random.Next(1, 5),
                Parallel = random.Next(8) > 0,
                ResultSlots = random.Next(2, 20),
                WorkingBytes = Memory + random.Next(400_000),
                BatchSize = random.Next(3) * 5,
                TimeLimit = TimeSpan.Zero,
                Retries = new() { FirstDelay = TimeSpan.FromTicks(1), Transient = random.Next(3) },
            };
            var documents = Enumerable.Range(0, random.Next(1, 60))
                .Select(index => new PlannedDocument(index, DocumentSource.FromText(new string('x', random.Next(1, 3_000)), $"{index}.md"))).ToArray();

            var threads = SessionDriver.Run(options, new DocumentProcessor(new MoodyExecutor()), documents);
            using var pool = new WorkerPool(new ThreadWorkers(new SharedMoods().Open), new() { Processes = random.Next(1, 4), SmallBytes = random.Next(3_000), MoveAfter = TimeSpan.MaxValue });
            using var executor = new WorkerExecutor(pool, new(static () => default));
            var processes = SessionDriver.Run(options with { InHandPerWorker = random.Next(1, 4) }, new DocumentProcessor(executor), documents);

            Assert.Equal(documents.Select(document => document.Index), processes.Select(result => result.Index));
            Assert.Equal(threads.Select(Described), processes.Select(Described));

            // A process that was refused memory says a little later that it has left the document.
            return SpinWait.SpinUntil(() => pool.InHand == 0, SessionDriver.Patience);
        }, tries: 100);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("js")]
    [InlineData("markdown")]
    [InlineData("context")]
    public async Task Outputs_and_all_that_is_said_of_them_are_the_same(string target)
    {
        using var tree = new TemporaryFolder();
        using var inThreads = new TemporaryFolder();
        using var inProcesses = new TemporaryFolder();
        RandomTree.Write(tree, seed: 20);
        tree.Write("page.html", "<html><title>{{title}}</title>{{content}}</html>");
        tree.Write("links.md", "---\ntitle: Links\nn: [1, 2.5, true, null, {a: b}]\n---\n\n# A\n\n[x](gone.md) [y](LINKS.md) ![i](i.png) [z](#b) [w](rich.mdx#c)\n");
        tree.Write("rich.mdx", "---\ntitle: Rich\n---\n\nexport const a = 1\n\n# C {a}\n\n<Note>text</Note>\n\n[back](links.md)\n");
        tree.Write("bad.mdx", "<Open>\n");
        tree.Write("i.png", "not really");
        (string Key, string Value)[] settings =
            [("to", target), ("assets", "copy"), .. target == "html" ? [("template", tree.At("page.html")), ("readmeAsIndex", "true")] : Array.Empty<(string, string)>()];

        var one = await RunAsync(tree, inThreads, settings, options => options with { Isolation = new() { Kind = Isolation.Thread } });
        var launcher = new ThreadWorkers(JobDescription.Open);
        var other = await RunAsync(tree, inProcesses, settings, options => options with
        {
            Isolation = new()
            {
                Kind = Isolation.Process,
                Program = static () => new WorkerProgram("none", [], IsNative: true),
                Pool = (_, wanted) => new(launcher, wanted),
            },
        });

        Assert.True(launcher.Launched > 0);
        Assert.Equal(one.Select(Told), other.Select(Told));
        Assert.Equal(Outputs(inThreads), Outputs(inProcesses));
        Assert.All(Outputs(inThreads), file => Assert.Equal(File.ReadAllBytes(inThreads.At(file)), File.ReadAllBytes(inProcesses.At(file))));
    }

    [Fact]
    public async Task What_processes_wrote_is_unchanged_to_threads_and_the_other_way_round()
    {
        using var tree = new TemporaryFolder();
        using var output = new TemporaryFolder();
        RandomTree.Write(tree, seed: 7);
        var launcher = new ThreadWorkers(JobDescription.Open);
        Func<JobOptions, JobOptions> isolated = options => options with
        {
            Isolation = new()
            {
                Kind = Isolation.Process,
                Program = static () => new WorkerProgram("none", [], IsNative: true),
                Pool = (_, wanted) => new(launcher, wanted),
            },
        };

        var first = await RunAsync(tree, output, [], isolated);
        var second = await RunAsync(tree, output, [], options => options with { Isolation = new() { Kind = Isolation.Thread } });
        tree.Write("new.md", "# New\n");
        var third = await RunAsync(tree, output, [], isolated);

        Assert.All(first, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.All(second, result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
        Assert.Single(third, result => result.Status == ConversionStatus.Converted);
    }

    [Fact]
    public void A_job_whose_settings_come_to_something_else_is_refused()
    {
        using var tree = new TemporaryFolder();
        var template = tree.Write("page.html", "{{content}}");
        var options = JobOptions.From(FaultyWorkers.Settings(tree, ("template", template)), tree.Path, tree.At("out"), force: false);
        var description = JobDescription.Of(options, options.Settings!);
        Assert.IsType<DocumentExecutor>(JobDescription.Open(description));

        File.WriteAllText(template, "{{content}} and more");

        Assert.Throws<InvalidDataException>(() => JobDescription.Open(description));
    }

    private static IEnumerable<string> Outputs(TemporaryFolder output) => output.Files().Where(static file => !file.StartsWith(".fastmd", StringComparison.Ordinal));

    private static string Described(ConversionResult result)
        => $"{result.Index} {result.Status} {result.Attempts} {result.Content} {string.Join('|', result.Diagnostics.Select(static diagnostic => diagnostic.Format("")))}";

    private static string Told(ConversionResult result)
        => $"{result.Index} {result.Status} {result.SourcePath} {Path.GetFileName(result.OutputPath)} {result.Title} {result.InputBytes} {result.OutputBytes} "
            + $"{(result.FrontMatter is { } data ? JsonText.Of(json => DataJson.Write(json, data)) : "")} {string.Join('|', result.Diagnostics.Select(static diagnostic => diagnostic.Format("")))} {string.Join('|', result.Assets)}";

    private static async Task<List<ConversionResult>> RunAsync(
        TemporaryFolder tree, TemporaryFolder output, (string Key, string Value)[] settings, Func<JobOptions, JobOptions> adjust)
        => await FaultyWorkers.RunAsync(
            adjust(JobOptions.From(FaultyWorkers.Settings(tree, settings), tree.Path, output.Path, force: false)), tree, TestContext.Current.CancellationToken);

    /// <summary>Fails by the document's number and by how often it was tried.</summary>
    private sealed class MoodyExecutor : IDocumentExecutor
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<long, int> _tries = new();

        public ExecutedDocument Execute(DocumentWork work, IExecution execution)
        {
            var number = _tries.AddOrUpdate(work.Index, 1, static (_, before) => before + 1);
            execution.TakeMemory(work.Source.Length, (work.Index % 11) switch { 1 => Memory / 4, 2 => 2 * Memory, _ => 1000 });
            Thread.Yield();
            return (work.Index % 8, number) switch
            {
                (3, _) => throw new InvalidOperationException("always"),
                (5, 1) => throw new InvalidOperationException("once"),
                (6, _) => throw new DocumentException(Diagnostic.Error("FM9999", "for good", 3, 4)),
                (7, <= 2) => throw new DocumentException(Diagnostic.Error("FM9998", "for a while"), isTransient: true),
                _ => new() { Source = new(work.Source.Length), Content = new MemoryContent(System.Text.Encoding.UTF8.GetBytes(work.Source.Text!)) },
            };
        }
    }

    /// <summary>One memory of tries for all workers of a test.</summary>
    private sealed class SharedMoods
    {
        private readonly IDocumentExecutor _executor = new MoodyExecutor();

        public IDocumentExecutor Open(ReadOnlyMemory<byte> description) => _executor;
    }
}

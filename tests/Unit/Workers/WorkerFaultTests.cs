using System.Diagnostics;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Workers.Pooling;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Workers;

/// <summary>Whatever a worker process does, the batch finishes, each document is accounted for, and nothing is left behind.</summary>
public sealed class WorkerFaultTests : IDisposable
{
    private const int Good = 30;

    private readonly TemporaryFolder _tree = new();
    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _tree.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData("overflow", "signal 6")]
    [InlineData("exit 7", "exit code 7; it wrote: the last words")]
    [InlineData("garbage", "it broke the protocol")]
    public async Task A_document_that_ends_its_process_twice_has_failed_and_the_others_are_converted(string fault, string reason)
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", $"fault:{fault}\n");

        var results = await ConvertAsync(workers);

        var bad = Assert.Single(results, result => result.SourcePath.EndsWith("bad.md", StringComparison.Ordinal));
        Assert.Equal((ConversionStatus.Failed, 2), (bad.Status, bad.Attempts));
        var diagnostic = Assert.Single(bad.Diagnostics);
        Assert.Equal(DiagnosticCodes.WorkerDied, diagnostic.Code);
        if (!OperatingSystem.IsWindows() || fault != "overflow")
        {
            Assert.Contains(reason, diagnostic.Message, StringComparison.Ordinal);
        }

        AssertOthersConverted(results);
    }

    [Fact]
    public async Task A_document_that_ends_its_process_once_is_converted_alone()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", "fault:exit-once\n");

        var results = await ConvertAsync(workers);

        Assert.Equal((ConversionStatus.Converted, 2), Bad(results) is var bad ? (bad.Status, bad.Attempts) : default);
        AssertOthersConverted(results);
    }

    [Fact]
    public async Task Many_documents_that_end_their_processes_cost_no_other_document_anything()
    {
        using var workers = new FaultyWorkers();
        for (var i = 0; i < 8; i++)
        {
            _tree.Write($"bad{i}.md", $"fault:exit {i + 1}\n");
        }

        var results = await ConvertAsync(workers);

        Assert.Equal(8, results.Count(result => result.Diagnostics is [{ Code: DiagnosticCodes.WorkerDied }]));
        AssertOthersConverted(results);
    }

    [Fact]
    public async Task An_endless_document_is_killed_at_its_time_limit_and_the_others_are_converted()
    {
        using var workers = new FaultyWorkers { Adjust = new() { Processes = 2, CancelGrace = TimeSpan.FromMilliseconds(50) } };
        _tree.Write("bad.md", "fault:endless\n");

        // Enough for the others on a machine that is busy.
        var results = await ConvertAsync(workers, ("timeoutSeconds", "5"));

        Assert.Equal(ConversionStatus.TimedOut, Bad(results).Status);
        AssertOthersConverted(results);
        await AssertNoneIsBusyAsync(workers.Pool);
    }

    [Fact]
    public async Task A_document_that_eats_memory_has_failed_and_the_others_are_converted()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", "fault:memory\n");

        var results = await ConvertAsync(workers, ("memoryLimitMB", "64"));

        var bad = Bad(results);
        Assert.Equal(ConversionStatus.Failed, bad.Status);
        Assert.Equal(DiagnosticCodes.DocumentNeedsTooMuchMemory, Assert.Single(bad.Diagnostics).Code);
        AssertOthersConverted(results);
    }

    [Fact]
    public async Task A_process_whose_resident_memory_is_beyond_the_limit_is_killed()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", "fault:memory\n");
        var options = Options(workers, ("memoryLimitMB", "64"));
        var watched = options with
        {
            Isolation = options.Isolation with { Pool = (program, wanted) => options.Isolation.Pool(program, wanted with { HeapBytes = 0 }) },
        };

        var results = await FaultyWorkers.RunAsync(watched, Fill(), TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticCodes.DocumentNeedsTooMuchMemory, Assert.Single(Bad(results).Diagnostics).Code);
        AssertOthersConverted(results);
    }

    [Fact]
    public async Task What_a_document_writes_to_standard_output_does_not_disturb_the_protocol()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", "fault:noise\n");

        var results = await ConvertAsync(workers);

        Assert.Equal(ConversionStatus.Converted, Bad(results).Status);
        AssertOthersConverted(results);
    }

    [Theory]
    [InlineData("other-version", "version")]
    [InlineData("dies-at-once", "exit code 3; it wrote: cannot work like this")]
    public void A_program_that_is_no_worker_is_refused_before_any_document(string fault, string reason)
    {
        using var workers = new FaultyWorkers(fault);

        var refused = Assert.Throws<SettingException>(() => new ConversionJob(Options(workers)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_never_ready_is_refused_after_a_while()
    {
        using var workers = new FaultyWorkers("never-ready") { Adjust = new() { Processes = 1, StartPatience = TimeSpan.FromMilliseconds(300) } };

        var refused = Assert.Throws<SettingException>(() => new ConversionJob(Options(workers)));

        Assert.Contains("not ready", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_stops_reading_costs_its_documents_and_not_the_batch()
    {
        using var workers = new FaultyWorkers("never-reads") { Adjust = new() { Processes = 2, CancelGrace = TimeSpan.FromMilliseconds(50) } };
        using var job = new ConversionJob(workers.Options(_tree, output: null, ("workers", "2"), ("timeoutSeconds", "1")));

        // More than fits into a pipe: whoever sends it is blocked.
        var planned = job.PlanAll([.. Enumerable.Range(0, 3).Select(index => DocumentSource.FromText(new string('x', 300_000), $"{index}.md"))]);
        var statuses = new List<ConversionStatus>();
        await foreach (var result in job.RunAsync(planned, cancellation: TestContext.Current.CancellationToken))
        {
            statuses.Add(result.Status);
        }

        Assert.Equal([ConversionStatus.TimedOut, ConversionStatus.TimedOut, ConversionStatus.TimedOut], statuses);
    }

    [Fact]
    public async Task Children_killed_at_random_moments_two_hundred_times_lose_nothing()
    {
        const int Pages = 300;
        using var workers = new FaultyWorkers();
        using var reference = new TemporaryFolder();
        var random = new Random(20);
        for (var i = 0; i < Pages; i++)
        {
            _tree.Write($"page{i:000}.md", $"# Page {i}\n\n{string.Concat(Enumerable.Repeat("*text* and `code`\n\n", random.Next(400)))}");
        }

        await FaultyWorkers.RunAsync(InThreads(reference), _tree, TestContext.Current.CancellationToken);
        for (var kills = 0; kills < 200;)
        {
            Directory.Delete(_output.Path, recursive: true);
            using var job = new ConversionJob(Options(workers));
            var results = new List<ConversionResult>();
            await foreach (var result in job.RunAsync(job.PlanAll(FaultyWorkers.Sources(_tree)), cancellation: TestContext.Current.CancellationToken))
            {
                results.Add(result);
                if (random.Next(4) == 0 && workers.Pool.ProcessIds is { Count: > 0 } ids)
                {
                    kills += Kill(ids[random.Next(ids.Count)]);
                }
            }

            Assert.Equal(Pages, results.Count);
            Assert.All(results, result => Assert.True(
                result.Status == ConversionStatus.Converted || result.Diagnostics is [{ Code: DiagnosticCodes.WorkerDied }],
                string.Join(' ', result.Diagnostics.Select(static diagnostic => diagnostic.Message))));
            Assert.All(
                results.Where(static result => result.Status == ConversionStatus.Converted).Select(static result => Path.GetFileName(result.OutputPath!)),
                name => Assert.Equal(reference.Read(name), _output.Read(name)));
            Assert.DoesNotContain(_output.Files(), file => !file.StartsWith(".fastmd", StringComparison.Ordinal) && !file.EndsWith(".html", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_pool_that_is_closed_leaves_no_process_even_where_one_is_at_an_endless_document()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bad.md", "fault:endless\n");
        using var cancellation = new CancellationTokenSource();
        var run = FaultyWorkers.RunAsync(Options(workers, ("timeoutSeconds", "0")), Fill(), cancellation.Token);
        await UntilAsync(() => _output.Files().Count(file => file.EndsWith(".html", StringComparison.Ordinal)) == Good);
        var processes = workers.Pool.ProcessIds;
        Assert.NotEmpty(processes);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        workers.Pool.Dispose();

        await UntilAsync(() => processes.All(HasEnded));
    }

    private static int Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return 1;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static bool HasEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task AssertNoneIsBusyAsync(WorkerPool pool) => await UntilAsync(() => pool.InHand == 0);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static ConversionResult Bad(List<ConversionResult> results)
        => Assert.Single(results, result => result.SourcePath.EndsWith("bad.md", StringComparison.Ordinal));

    private static void AssertOthersConverted(List<ConversionResult> results)
    {
        var others = results.Where(result => Path.GetFileName(result.SourcePath).StartsWith("good", StringComparison.Ordinal)).ToList();
        Assert.Equal(Good, others.Count);
        Assert.All(others, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(results.Select(result => result.Index).Order(), results.Select(result => result.Index));
    }

    private JobOptions InThreads(TemporaryFolder output) => JobOptions.From(FaultyWorkers.Settings(_tree), _tree.Path, output.Path, force: false) with
    {
        Isolation = new() { Kind = Isolation.Thread },
    };

    private JobOptions Options(FaultyWorkers workers, params IEnumerable<(string Key, string Value)> settings)
        => workers.Options(_tree, _output, [("workers", "2"), .. settings]);

    private Task<List<ConversionResult>> ConvertAsync(FaultyWorkers workers, params IEnumerable<(string Key, string Value)> settings)
        => FaultyWorkers.RunAsync(Options(workers, settings), Fill(), TestContext.Current.CancellationToken);

    private TemporaryFolder Fill()
    {
        for (var i = 0; i < Good; i++)
        {
            _tree.Write($"good{i:00}.md", $"# Page {i}\n\n[next](good{(i + 1) % Good:00}.md)\n");
        }

        return _tree;
    }
}

using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Workers.TestSupport;

/// <summary>Jobs over processes of tests/Worker, which go wrong where a document says so.</summary>
internal sealed class FaultyWorkers(params string[] arguments) : IDisposable
{
    private static readonly string Library = Repository.Built(Path.Combine("tests", "Worker"), "FastMd.Tests.Worker.dll");

    private WorkerPool? _pool;

    public static WorkerProgram Program(params IEnumerable<string> arguments) => new(Programs.Find("dotnet")!, [Library, .. arguments], IsNative: false);

    public WorkerPool Pool => _pool!;

    public WorkerPoolOptions Adjust { get; init; } = new() { Processes = 2 };

    public void Dispose() => _pool?.Dispose();

    /// <summary>Options of a job from a tree to a destination.</summary>
    public JobOptions Options(TemporaryFolder tree, TemporaryFolder? output, params IEnumerable<(string Key, string Value)> settings)
    {
        var options = JobOptions.From(Settings(tree, settings), tree.Path, output?.Path, force: false);
        return options with
        {
            Isolation = options.Isolation with
            {
                Kind = Isolation.Process,
                Program = () => Program(arguments),
                Pool = (program, wanted) => _pool ??= new(
                    new ProcessLauncher(program, wanted.HeapBytes),
                    Adjust with { Processes = wanted.Processes, MemoryBytes = wanted.MemoryBytes, HeapBytes = wanted.HeapBytes }),
            },
        };
    }

    public static SettingsResolver Settings(TemporaryFolder tree, params IEnumerable<(string Key, string Value)> settings)
    {
        var resolver = new SettingsResolver(static _ => null, file: null, tree.Path);
        foreach (var (key, value) in settings)
        {
            resolver.GiveText(SettingsTable.Find(key)!, value, "the test");
        }

        return resolver;
    }

    public static IReadOnlyList<DocumentSource> Sources(TemporaryFolder tree)
        => [.. new DocumentTree(tree.Path, DocumentFilter.Default, null, (_, failure) => throw failure).Documents()];

    public static async Task<List<ConversionResult>> RunAsync(JobOptions options, TemporaryFolder tree, CancellationToken cancellation)
    {
        using var job = new ConversionJob(options);
        var results = new List<ConversionResult>();
        await foreach (var result in job.RunAsync(job.PlanAll(Sources(tree)), cancellation: cancellation))
        {
            results.Add(result);
        }

        return results;
    }
}

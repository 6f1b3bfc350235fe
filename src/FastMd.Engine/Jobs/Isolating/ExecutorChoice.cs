using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Books;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>Decides where the documents of a job are converted.</summary>
internal static class ExecutorChoice
{
    /// <summary>What converts the documents of a job.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="local">Converts in threads.</param>
    /// <param name="remark">Says what those who want to know all should know.</param>
    /// <exception cref="SettingException">Worker processes are asked for and cannot be had.</exception>
    public static IDocumentExecutor Of(JobOptions options, IDocumentExecutor local, Action<string> remark) => options.Isolation switch
    {
        _ when options.DryRun => local,
        { Kind: Isolation.Process } => Isolated(options),
        { Kind: Isolation.Auto, IsHosted: true } isolation when options.Settings is { } settings && isolation.Program() is { IsNative: true } program
            => new AdaptiveExecutor(local, options.Batch.EffectiveWorkers, new(isolation.Pool(program, OptionsOf(options)), JobOf(options, settings)), remark),
        _ => local,
    };

    /// <summary>The same, but that what may end a process is read in worker processes, if a job has any of it.</summary>
    /// <param name="others">What converts the other documents of the job.</param>
    /// <param name="local">Converts texts in this process.</param>
    /// <param name="options">What the job depends on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onPages">Told of pages that were read of books that are not done yet.</param>
    public static IDocumentExecutor WithBooks(IDocumentExecutor others, IDocumentExecutor local, JobOptions options, TimeProvider time, Action<int> onPages)
        => options.DryRun || options.Reading.Sources.All.All(static kind => !kind.NeedsProcess) ? others
            : new BookExecutor(others, local, () => BookWorkers(options), options, time, onPages);

    private static WorkerExecutor BookWorkers(JobOptions options)
    {
        var program = options.Isolation.Program();
        return options.Settings is { } settings && program is not null
            ? new(options.Isolation.Pool(program, OptionsOf(options)), JobOf(options, settings))
            : throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.WorkersUnavailable, $"The document needs a worker process, and {(program is null ? WorkerPrograms.Missing : "the options of the job were not made from settings")}."));
    }

    private static WorkerExecutor Isolated(JobOptions options)
    {
        var settings = options.Settings ?? throw Unavailable("its options were not made from settings");
        var program = options.Isolation.Program() ?? throw Unavailable(WorkerPrograms.Missing);
        var pool = options.Isolation.Pool(program, OptionsOf(options) with { HeapBytes = LimitOf(options) });
        try
        {
            pool.Warm();
        }
        catch (WorkerUnavailableException unavailable)
        {
            throw Unavailable(unavailable.Message);
        }

        return new(pool, JobOf(options, settings));
    }

    // Most jobs inside PowerShell never start a process, and need no description.
    private static WorkerJob JobOf(JobOptions options, SettingsResolver settings) => new(() => JobDescription.Of(options, settings));

    private static WorkerPoolOptions OptionsOf(JobOptions options)
    {
        var workers = options.Batch.EffectiveWorkers;
        return new()
        {
            Processes = Math.Min(workers, options.Isolation.Processes > 0 ? options.Isolation.Processes : workers),
            MemoryBytes = LimitOf(options),
            Affinity = options.Isolation.Affinity,
        };
    }

    // As much as a batch of threads may make its process take.
    private static long LimitOf(JobOptions options) => options.Batch.WorkingBytes + (options.Batch.WorkingBytes / 2);

    private static SettingException Unavailable(string reason) => new($"isolation: worker processes cannot be had: {reason}.");
}

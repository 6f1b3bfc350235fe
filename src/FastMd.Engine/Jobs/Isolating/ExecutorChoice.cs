using FastMd.Engine.Configuration;
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

using FastMd.Engine.Health;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.PowerShell.Running;

/// <summary>The worker processes of a session: what they are started from, and their end with the module.</summary>
internal static class ModuleWorkers
{
    private static readonly Lazy<WorkerProgram?> Program = new(() => WorkerPrograms.OfModule(
        System.IO.Path.GetDirectoryName(typeof(ModuleWorkers).Assembly.Location)!, Environment.GetEnvironmentVariable));

    /// <summary>The options of a job that may use them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="mayChoose">Whether the job takes them where that is sooner done; else only where they are asked for.</param>
    public static JobOptions WithModuleWorkers(this JobOptions options, bool mayChoose = true)
        => options with { Isolation = options.Isolation with { Program = static () => Program.Value, IsHosted = mayChoose } };

    /// <summary>Tries whether one can be started.</summary>
    public static WorkerTrial Try() => WorkerTrials.Of(Program.Value);

    /// <summary>Ends them.</summary>
    public static void Close() => WorkerPools.Close();
}

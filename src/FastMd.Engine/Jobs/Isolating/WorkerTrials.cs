using FastMd.Engine.Health;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>Tries whether a worker process can be started.</summary>
internal static class WorkerTrials
{
    private static readonly WorkerPoolOptions Options = new() { Processes = 1, StartPatience = TimeSpan.FromSeconds(10) };

    /// <summary>Starts one, greets it and ends it.</summary>
    /// <param name="program">What it is started from; null where there is nothing.</param>
    public static WorkerTrial Of(WorkerProgram? program)
    {
        if (program is null)
        {
            return new(null, IsNative: false, WorkerPrograms.Missing);
        }

        var name = program.IsNative ? program.Path : program.Arguments[0];
        try
        {
            using var process = WorkerProcess.Start(new ProcessLauncher(program), Options, TimeProvider.System);
            return new(name, program.IsNative, Failure: null);
        }
        catch (WorkerUnavailableException unavailable)
        {
            return new(name, program.IsNative, unavailable.Message);
        }
    }
}

namespace FastMd.Engine.Workers.Launching;

/// <summary>Starts worker processes.</summary>
internal interface IWorkerLauncher
{
    /// <summary>What is started, for messages: the path of the executable.</summary>
    string Name { get; }

    /// <summary>Whether it is a native executable, which has nothing to compile while it runs.</summary>
    bool IsNative { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="WorkerUnavailableException">It cannot be started.</exception>
    ILaunchedWorker Launch();
}

/// <summary>A worker process. Disposing it closes its input, which is an order to end, and does not wait.</summary>
internal interface ILaunchedWorker : IDisposable
{
    /// <summary>What it reads.</summary>
    Stream Input { get; }

    /// <summary>What it writes.</summary>
    Stream Output { get; }

    /// <summary>Number of the process; 0 where it is none.</summary>
    int Id { get; }

    /// <summary>Its resident memory in bytes; 0 where that is unknown.</summary>
    long ResidentBytes { get; }

    /// <summary>Ends it at once, whatever it is at.</summary>
    void Kill();

    /// <summary>Waits until it has ended, and ends it where it takes longer than that.</summary>
    /// <returns>What is known of its end.</returns>
    WorkerExit WaitForExit(TimeSpan patience);
}

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code; null where that is unknown.</param>
/// <param name="LastErrors">The last lines it wrote to standard error; empty where there were none.</param>
internal sealed record WorkerExit(int? Code, string LastErrors);

/// <summary>No worker process can be had.</summary>
/// <param name="message">Why, as a sentence without its full stop.</param>
/// <param name="innerException">What it came from.</param>
internal sealed class WorkerUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

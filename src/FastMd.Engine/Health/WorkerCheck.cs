namespace FastMd.Engine.Health;

/// <summary>Whether worker processes can be started.</summary>
internal static class WorkerCheck
{
    public static HealthRow Row(WorkerTrial trial)
        => trial.Failure is { } failure
            ? new(
                "Worker processes",
                HealthStatus.Warning,
                trial.Program is { } program ? $"cannot be used: {failure} ({program})" : $"cannot be used: {failure}",
                "Documents are converted in threads, and isolation 'process' does not work. Install FastMd for this platform as a whole, or a .NET runtime "
                    + "whose dotnet is in PATH, and allow the executable to run.")
            : new("Worker processes", HealthStatus.Ok, $"{trial.Program}, {(trial.IsNative ? "native" : "run by dotnet")}", Advice: null);
}

/// <summary>What came of starting a worker process.</summary>
/// <param name="Program">Absolute path of what was started; null where there is nothing to start.</param>
/// <param name="IsNative">Whether it is compiled natively.</param>
/// <param name="Failure">Why it cannot be used, as a sentence without its full stop; null where it can.</param>
internal sealed record WorkerTrial(string? Program, bool IsNative, string? Failure);

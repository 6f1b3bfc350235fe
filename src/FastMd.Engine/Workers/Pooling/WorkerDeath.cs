using System.Globalization;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>Why a worker process ended while it had documents in hand.</summary>
internal enum DeathCause
{
    /// <summary>It crashed, or somebody else ended it.</summary>
    Crash,

    /// <summary>It was killed because it wrote what the protocol does not know.</summary>
    Protocol,

    /// <summary>It was killed because it took more memory than it may.</summary>
    Memory,

    /// <summary>It was killed because it did not leave a document that nobody wants any more: of the others none is to blame.</summary>
    Overdue,

    /// <summary>Its pool was closed.</summary>
    Closed,

    /// <summary>It lives, and has been at another document for long: one that waits behind that is sent to a process that has nothing to do.</summary>
    Busy,
}

/// <summary>The end of a worker process.</summary>
/// <param name="Cause">Why it ended.</param>
/// <param name="Exit">How it ended.</param>
/// <param name="Detail">What else is known; null where that is all.</param>
internal sealed record WorkerDeath(DeathCause Cause, WorkerExit Exit, string? Detail = null)
{
    /// <summary>No death: the process is at another document for long.</summary>
    public static readonly WorkerDeath Busy = new(DeathCause.Busy, new(null, ""));

    // Shells and runtimes say it so where a signal ended a process.
    private const int SignalBase = 128;
    private const int MostSignals = 64;

    /// <summary>What is known of it, as a part of a sentence.</summary>
    public string Description
    {
        get
        {
            var reason = Cause switch
            {
                DeathCause.Protocol => $"it was killed because {Detail}",
                DeathCause.Memory => "it was killed because it took more memory than it may",
                _ => Exit.Code is { } code ? Describe(code) : "it ended",
            };
            return Exit.LastErrors.Length > 0 ? $"{reason}; it wrote: {Exit.LastErrors}" : reason;
        }
    }

    private static string Describe(int code)
        => code is > SignalBase and <= SignalBase + MostSignals && !OperatingSystem.IsWindows() ? $"signal {code - SignalBase}{SignalName(code - SignalBase)}"
            : code is < 0 or > byte.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"exit code 0x{code:X8}")
            : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");

    private static string SignalName(int signal) => signal switch
    {
        6 => " (abort)",
        9 => " (kill)",
        11 => " (segmentation fault)",
        15 => " (terminate)",
        _ => "",
    };
}

/// <summary>A worker process ended while it had a document in hand; whether because of that document is not known.</summary>
/// <param name="message">What is known of it.</param>
internal sealed class WorkerDiedException(string message) : Exception(message);

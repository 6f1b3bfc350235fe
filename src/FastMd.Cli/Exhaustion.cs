using System.ComponentModel;

namespace FastMd.Cli;

/// <summary>What a runtime throws that gets no more threads, open files or memory of the system.</summary>
internal static class Exhaustion
{
    public const string Message =
        "fastmd: The system gives this process too few threads, files or memory; raise its limits (ulimit -u, -n, -v) and run again.";

    public static bool Is(Exception failure) => failure switch
    {
        OutOfMemoryException or ThreadStartException or TypeInitializationException or Win32Exception => true,
        AggregateException or TaskSchedulerException => failure.InnerException is { } inner && Is(inner),
        _ => false,
    };
}

namespace FastMd.Cli;

/// <summary>
/// The system gives this process too few threads, files or memory to go on. The runtime says so by whatever it was about to do at that
/// moment, on any of its threads; what was written until then is whole, and the next run goes on from there.
/// </summary>
internal static class Exhaustion
{
    public const string Message = "fastmd: The system gives this process too few threads, open files or memory; raise its limits (ulimit -u, -n, -v) and run again.";

    /// <summary>Whether a failure is of this kind. What cannot even be initialized lacked a file or a thread for it.</summary>
    public static bool IsBehind(Exception failure) => failure switch
    {
        OutOfMemoryException or ThreadStartException or TypeInitializationException => true,
        AggregateException several => several.InnerExceptions.Any(IsBehind),
        _ => failure.InnerException is { } cause && IsBehind(cause),
    };

    /// <summary>Ends the process in order where a thread would end it in a crash.</summary>
    public static void OnUnhandled(object sender, UnhandledExceptionEventArgs unhandled)
    {
        if (unhandled.ExceptionObject is not Exception failure || !IsBehind(failure))
        {
            return;
        }

        try
        {
            // Without the console's encodings and locks: they may be what could not be had.
            using var messages = Console.OpenStandardError();
            messages.Write(System.Text.Encoding.ASCII.GetBytes(Message + Environment.NewLine));
        }
        catch (Exception lost) when (lost is IOException || IsBehind(lost))
        {
            // The exit code has to do.
        }

        Environment.Exit(ExitCodes.DocumentsFailed);
    }
}

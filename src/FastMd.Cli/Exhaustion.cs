using System.ComponentModel;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Cli;

/// <summary>
/// The system gives this process too few threads, files or memory to go on. The runtime says so by whatever it was about to do at that
/// moment, on any of its threads; what was written until then is whole, and the next run goes on from there.
/// </summary>
internal static class Exhaustion
{
    public const string Message = "fastmd: The system gives this process too few threads, open files or memory; raise its limits (ulimit -u, -n, -v) and run again.";

    // The system's own numbers, on Linux and macOS alike.
    private const int TooManyFilesOfAll = 23;
    private const int TooManyFiles = 24;

    /// <summary>Whether a failure is of this kind. What cannot even be initialized lacked a file or a thread for it.</summary>
    public static bool IsBehind(Exception failure) => failure switch
    {
        OutOfMemoryException or ThreadStartException or TypeInitializationException or Win32Exception => true,
        IOException { HResult: TooManyFilesOfAll or TooManyFiles } => true,
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
            using var messages = StandardError();
            messages.Write(Encoding.ASCII.GetBytes(Message + Environment.NewLine));
        }
        catch (Exception lost) when (lost is IOException || IsBehind(lost))
        {
            // The exit code has to do.
        }

        Environment.Exit(ExitCodes.DocumentsFailed);
    }

    /// <summary>The file itself: the console would open another for it, which may be one too many.</summary>
    private static Stream StandardError() => OperatingSystem.IsWindows()
        ? Console.OpenStandardError()
        : new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}

using System.Diagnostics;

namespace FastMd.Growth;

/// <summary>
/// A process in which the collector hardly ever works while a document is converted. Small documents would else be done before its first
/// work, and larger ones not, which looks like growth.
/// </summary>
internal static class LargeNursery
{
    private const string Size = "DOTNET_GCgen0size";
    private const string Bytes = "0x10000000";

    /// <summary>Runs this program again in such a process; null where it is one. Gives the exit code.</summary>
    public static int? RunAgain(IReadOnlyList<string> arguments)
    {
        if (Environment.GetEnvironmentVariable(Size) is not null)
        {
            return null;
        }

        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LargeNursery).Assembly.Location] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. own, .. arguments]);
        start.Environment[Size] = Bytes;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Pdf.Tools;

/// <summary>Runs a program for its standard output. No shell is between: each argument arrives as it was given.</summary>
internal static class Tool
{
    /// <summary>The output of a program.</summary>
    /// <param name="command">Its path or name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="timeout">The most it may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DocumentException">It is not there, or it failed.</exception>
    public static string Run(string command, IEnumerable<string> arguments, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            if (process.ExitCode != 0)
            {
                throw Failed($"'{command}' failed with exit code {process.ExitCode}: {FirstLine(errors.GetAwaiter().GetResult())}", null);
            }

            return output.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            End(process);
            cancellation.ThrowIfCancellationRequested();
            throw Failed($"'{command}' took more than {timeout.TotalSeconds:0} s.", exception);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw Failed($"'{start.FileName}' cannot be run.", null);
        }
        catch (Win32Exception exception)
        {
            throw Failed($"'{start.FileName}' cannot be run: {exception.Message}", exception);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended.
        }
    }

    private static string FirstLine(string text)
    {
        const int Longest = 200;
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length > Longest ? line[..Longest].ToString() : line.ToString();
    }

    private static DocumentException Failed(string message, Exception? inner) => new(Diagnostic.Error(DiagnosticCodes.PdfToolFailed, message), inner);
}

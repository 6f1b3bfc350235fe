using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Unicode;

namespace FastMd.Engine.Steps.Commands;

/// <summary>
/// A command that gets the converted document on standard input, or as a file, and whose standard output becomes the output. No shell is between: each
/// argument arrives as it was given.
/// </summary>
/// <param name="file">Absolute path of the command.</param>
/// <param name="arguments">Its arguments; <c>{}</c> in one of them stands for the path of a file with the document.</param>
/// <param name="workingDirectory">Absolute path of the folder that it runs in.</param>
/// <param name="time">The clock, for dates in answers.</param>
internal sealed class CommandStep(string file, IReadOnlyList<string> arguments, string workingDirectory, TimeProvider time) : IDocumentStep
{
    /// <summary>What stands for the path of the file.</summary>
    public const string FilePlaceholder = "{}";

    /// <summary>The exit code that asks to be tried again: EX_TEMPFAIL of sysexits.h.</summary>
    public const int TemporaryFailure = 75;

    /// <summary>The environment variable that has the path of the document's source.</summary>
    public const string SourceVariable = "FASTMD_SOURCE";

    /// <summary>The environment variable that has the document's name in the tree.</summary>
    public const string NameVariable = "FASTMD_NAME";

    /// <summary>The environment variable that has what the document was converted to.</summary>
    public const string TargetVariable = "FASTMD_TARGET";

    // Of what a command says, this much is told.
    private const int ToldLines = 5;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly bool _takesFile = arguments.Any(static argument => argument.Contains(FilePlaceholder, StringComparison.Ordinal));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Run(StepInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        cancellation.ThrowIfCancellationRequested();
        using var document = _takesFile ? TemporaryDocument.Of(input) : null;
        using var command = Start(input, document?.Path);
        var ended = command.Run(document is null ? input.Content : default, cancellation);

        // Ctrl+C ends the command as well as FastMd: what it says then is of no interest.
        cancellation.ThrowIfCancellationRequested();
        return ended.ExitCode switch
        {
            0 => Checked(ended.Output),
            TemporaryFailure => throw StepFailure.Temporary(
                $"The command cannot do it for now: {Told(ended)}", RetryAfter.Find(ended.LastLines, time.GetUtcNow())),
            _ => throw StepFailure.Final($"The command failed: {Told(ended)}"),
        };
    }

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> output)
    {
        output = output.Span.StartsWith(ByteOrderMark) ? output[ByteOrderMark.Length..] : output;
        return Utf8.IsValid(output.Span) ? output : throw StepFailure.Final("The command wrote something that is not UTF-8, as outputs are.");
    }

    private static string Told(EndedCommand ended)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"exit code {ended.ExitCode}");
        return ended.LastLines.Count == 0 ? $"{code}, and it said nothing." : $"{code}; it said: {string.Join(" / ", ended.LastLines.TakeLast(ToldLines))}";
    }

    private RunningCommand Start(StepInput input, string? document)
    {
        var start = new ProcessStartInfo(file)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(document is null ? argument : argument.Replace(FilePlaceholder, document, StringComparison.Ordinal));
        }

        start.Environment[SourceVariable] = input.SourcePath;
        start.Environment[NameVariable] = input.Name;
        start.Environment[TargetVariable] = input.Target;
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException or IOException)
        {
            // Where it is still there, it is the system that is short of something.
            var reason = $"The command '{file}' cannot be started: {failure.Message}";
            throw File.Exists(file) ? StepFailure.Temporary(reason, retryAfter: null, failure) : StepFailure.Final(reason, failure);
        }
    }
}

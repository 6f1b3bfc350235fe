using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Steps.Commands;

/// <summary>
/// A process that reads a document and writes one. Its three streams have a thread each: whatever it reads and writes first, or never, it does not wait
/// for us and we do not wait for it. Asynchronous reads would take threads, too: pipes to a process are none that the system can wait for in bulk.
/// </summary>
/// <param name="process">The process, just started.</param>
internal sealed class RunningCommand(Process process) : IDisposable
{
    /// <summary>Size in bytes beyond which output is refused.</summary>
    public const int MostOutput = 64 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    // What it started and left behind may hold its stream for errors as long as it likes.
    private static readonly TimeSpan ErrorPatience = TimeSpan.FromSeconds(2);

    // What it said last, and whether it was refused for now, is in few lines.
    private readonly StreamTail _tail = new(8 * 1024);

    /// <summary>Runs it to its end.</summary>
    /// <param name="input">What it gets on standard input.</param>
    /// <param name="cancellation">Ends it, and all that it started.</param>
    /// <exception cref="DocumentException">It wrote too much.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EndedCommand Run(ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        using var killing = cancellation.UnsafeRegister(static command => ((RunningCommand)command!).Kill(), this);
        _ = OnThread(() => Write(input));
        var errors = OnThread(() => _tail.Read(process.StandardError.BaseStream));
        var output = OnThread(ReadOutput);
        try
        {
            output.Wait(cancellation);
            process.WaitForExitAsync(cancellation).GetAwaiter().GetResult();
            errors.Wait(ErrorPatience, cancellation);
        }
        catch (AggregateException failed)
        {
            Kill();
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
        catch
        {
            Kill();
            throw;
        }

        return new(process.ExitCode, output.Result, _tail.Lines());
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private static Task<T> OnThread<T>(Func<T> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task OnThread(Action work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Write(ReadOnlyMemory<byte> input)
    {
        try
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(input.Span);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It may leave its input unread, and its exit code says whether it is content.
        }
    }

    private ReadOnlyMemory<byte> ReadOutput()
    {
        var stream = process.StandardOutput.BaseStream;
        using var output = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (output.Length + count > MostOutput)
            {
                throw StepFailure.Final($"The command wrote more than {MostOutput / (1024 * 1024)} MB, and was ended.");
            }

            output.Write(buffer, 0, count);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has ended by itself, or some of what it started has.
        }
    }
}

/// <summary>What is left of a command.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="LastLines">The last lines that it wrote to standard error.</param>
internal sealed record EndedCommand(int ExitCode, ReadOnlyMemory<byte> Output, IReadOnlyList<string> LastLines);

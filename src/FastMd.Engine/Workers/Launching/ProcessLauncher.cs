using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Workers.Launching;

/// <summary>Starts worker processes of an executable.</summary>
/// <param name="program">What is started.</param>
/// <param name="memoryBytes">Size of the heap beyond which a worker allocates no more; 0 for no limit.</param>
/// <param name="placement">Places workers on processors; null where the system does.</param>
internal sealed class ProcessLauncher(WorkerProgram program, long memoryBytes = 0, ProcessorPlacement? placement = null) : IWorkerLauncher
{
    /// <inheritdoc/>
    public string Name => program.Path;

    /// <inheritdoc/>
    public bool IsNative => program.IsNative;

    /// <inheritdoc/>
    public ILaunchedWorker Launch()
    {
        var start = new ProcessStartInfo(program.Path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // A folder that somebody may want to remove is not held.
            WorkingDirectory = Path.GetPathRoot(program.Path)!,
        };
        foreach (var argument in program.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Not every system tells a worker that is busy that its parent is gone.
        start.ArgumentList.Add(WorkerProgram.ParentOption);
        start.ArgumentList.Add(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        if (placement?.Next() is { Count: > 0 } processors)
        {
            start.ArgumentList.Add(WorkerProgram.ProcessorsOption);
            start.ArgumentList.Add(string.Join(',', processors));
        }

        WorkerEnvironment.Choose(start.Environment);
        if (memoryBytes > 0)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("X", CultureInfo.InvariantCulture);
        }

        try
        {
            return new StartedProcess(Process.Start(start)!);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException or IOException)
        {
            throw new WorkerUnavailableException($"'{program.Path}' cannot be started: {failure.Message}", failure);
        }
    }

    private sealed class StartedProcess(Process process) : ILaunchedWorker
    {
        private const int KeptLines = 5;
        private static readonly TimeSpan ErrorPatience = TimeSpan.FromMilliseconds(200);

        private readonly ErrorTail _errors = new(process.StandardError.BaseStream);
        private int _disposed;

        public Stream Input { get; } = process.StandardInput.BaseStream;

        public Stream Output { get; } = process.StandardOutput.BaseStream;

        public int Id { get; } = process.Id;

        public long ResidentBytes => ResidentMemory.ReadBytes(Id) ?? 0;

        public void Kill()
        {
            try
            {
                process.Kill();
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or NotSupportedException)
            {
                // It has ended by itself.
            }
        }

        public WorkerExit WaitForExit(TimeSpan patience)
        {
            try
            {
                if (!process.WaitForExit(patience))
                {
                    process.Kill();
                    process.WaitForExit();
                }

                return new(process.ExitCode, _errors.Lines(KeptLines, ErrorPatience));
            }
            catch (Exception unknown) when (unknown is InvalidOperationException or Win32Exception or NotSupportedException)
            {
                return new(null, _errors.Lines(KeptLines, ErrorPatience));
            }
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
            {
                return;
            }

            try
            {
                Input.Dispose();
            }
            catch (IOException)
            {
                // It reads no more.
            }
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using FastMd.Cli.Terminal;

namespace FastMd.Cli;

/// <summary>
/// Turns Ctrl+C, a polite kill and the end of the terminal into cancellation; a second one ends the process as usual. A file that may not
/// grow any more is an error of its document, and ends nothing.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // The system's number of SIGXFSZ, on Linux and macOS alike.
    private const int FileTooLarge = 25;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and a signal may still be handled while this is disposed.")]
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interruption()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            // What the caller wants ignored, as nohup does, stays ignored.
            if (!IgnoredSignals.Include(signal))
            {
                _registrations.Add(PosixSignalRegistration.Create(signal, Cancel));
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            _registrations.Add(PosixSignalRegistration.Create((PosixSignal)FileTooLarge, static signal => signal.Cancel = true));
        }
    }

    public CancellationToken Token => _source.Token;

    public void Dispose() => _registrations.ForEach(static registration => registration.Dispose());

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        if (!signal.Cancel)
        {
            FullProgress.Restore();
        }

        _source.Cancel();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace FastMd.Cli;

/// <summary>Turns Ctrl+C and a polite kill into cancellation; a second one ends the process as usual.</summary>
internal sealed class Interruption : IDisposable
{
    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and a signal may still be handled while this is disposed.")]
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}

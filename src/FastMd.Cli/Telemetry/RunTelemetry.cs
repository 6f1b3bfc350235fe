using FastMd.Cli.Running;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Telemetry;

/// <summary>
/// Sends what one run measures, if a collector is named: from before its first span until its job is over, so that the last spans go out
/// too. What went wrong with that is said then, by the thread that says everything else.
/// </summary>
internal sealed class RunTelemetry : IDisposable
{
    private readonly MessageWriter _messages;
    private readonly OtlpExport? _export;
    private string? _problem;

    /// <summary>Begins to send.</summary>
    /// <param name="endpoint">The collector; null where there is none.</param>
    /// <param name="messages">Where it is said that something could not be sent.</param>
    public RunTelemetry(Uri? endpoint, MessageWriter messages)
    {
        _messages = messages;
        _export = endpoint is null ? null : OtlpExport.Start(endpoint, problem => Volatile.Write(ref _problem, problem));
    }

    /// <summary>Sends what is left, and says what could not be sent.</summary>
    public void Dispose()
    {
        _export?.Dispose();
        if (Volatile.Read(ref _problem) is { } problem)
        {
            _messages.Show("fastmd", Diagnostic.Warning(DiagnosticCodes.TelemetryNotSent, problem));
        }
    }
}

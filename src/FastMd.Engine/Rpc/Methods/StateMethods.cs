using FastMd.Engine.Health;
using FastMd.Engine.Resources;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Messages;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Methods about how the process is doing.</summary>
/// <param name="metrics">What it did.</param>
/// <param name="engine">The engine.</param>
/// <param name="check">Looks at the machine.</param>
internal sealed class StateMethods(RpcMetrics metrics, SharedEngine engine, Func<IReadOnlyList<HealthRow>> check)
{
    public Task<RpcAnswer> MetricsAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("uptimeMs"u8, (long)metrics.Uptime.TotalMilliseconds);
            json.WriteStartObject("requests"u8);
            json.WriteNumber("answered"u8, metrics.Answered);
            json.WriteNumber("failed"u8, metrics.Failed);
            json.WriteNumber("cancelled"u8, metrics.Cancelled);
            json.WriteNumber("refused"u8, metrics.RefusedLines);
            json.WriteEndObject();
            json.WriteStartObject("documents"u8);
            json.WriteNumber("converted"u8, metrics.Converted);
            json.WriteNumber("failed"u8, metrics.NotConverted);
            json.WriteNumber("inHand"u8, engine.InHand);
            json.WriteNumber("outputBytes"u8, metrics.OutputBytes);
            json.WriteEndObject();
            json.WriteStartObject("memory"u8);

            // While it collects, the runtime may take more off than there was.
            json.WriteNumber("managedBytes"u8, Math.Max(0, GC.GetTotalMemory(forceFullCollection: false)));
            json.WriteNumber("residentBytes"u8, Environment.WorkingSet);
            json.WriteNumber("peakResidentBytes"u8, PeakMemory.ReadBytes() ?? 0);
            json.WriteEndObject();
            json.WriteStartObject("workers"u8);
            json.WriteNumber("count"u8, engine.Workers);
            json.WriteNumber("stuck"u8, engine.StuckWorkers);
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> HealthAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        var rows = check();
        var isUnhealthy = engine.Exhausted.IsCancellationRequested || rows.Any(static row => row.Status == HealthStatus.Problem);
        var hasWarning = engine.StuckWorkers > 0 || rows.Any(static row => row.Status == HealthStatus.Warning);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("status"u8, isUnhealthy ? "unhealthy"u8 : hasWarning ? "warning"u8 : "healthy"u8);
            json.WriteStartArray("checks"u8);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("check"u8, row.Check);
                json.WriteString("status"u8, row.Status.ToString().ToLowerInvariant());
                json.WriteString("found"u8, row.Found);
                if (row.Advice is { } advice)
                {
                    json.WriteString("advice"u8, advice);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }
}

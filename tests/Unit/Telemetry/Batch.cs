using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

/// <summary>What a batch would say of itself.</summary>
internal sealed record Batch(int ActiveWorkers, int IdleWorkers, long WindowBytes) : IBatchGauges;

namespace FastMd.Engine.Jobs.Alerts;

/// <summary>What alerts are judged by, at one moment.</summary>
/// <param name="Elapsed">Time since the batch began.</param>
/// <param name="Completed">Documents that have their outcome.</param>
/// <param name="Failed">Those of them that failed or were given up.</param>
/// <param name="SlowestHundredth">Time that the slowest hundredth of documents takes.</param>
/// <param name="ResidentBytes">Bytes of the process and its worker processes in memory.</param>
/// <param name="IsWaitedFor">Whether documents are in hand or wait for a worker.</param>
/// <param name="IsFinal">Whether the batch is over.</param>
internal readonly record struct AlertReading(
    TimeSpan Elapsed, long Completed, long Failed, TimeSpan SlowestHundredth, long ResidentBytes, bool IsWaitedFor, bool IsFinal);

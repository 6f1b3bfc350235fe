namespace FastMd.Engine.Resources;

/// <summary>Processor time counted since some moment, in a unit of the clock's own. Only differences mean anything.</summary>
/// <param name="Busy">Time spent.</param>
/// <param name="Total">Time there was to spend.</param>
/// <param name="IoWait">Time idle with I/O outstanding; null where the platform does not say.</param>
internal readonly record struct CpuTicks(long Busy, long Total, long? IoWait = null);

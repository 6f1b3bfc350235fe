namespace FastMd.Engine.Telemetry;

/// <summary>What is recorded of one document once it has its outcome.</summary>
/// <param name="Status">What became of it, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="Format">Its kind, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="Tier">The class of its size, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="InputBytes">Bytes read.</param>
/// <param name="OutputBytes">Bytes of the output.</param>
/// <param name="Duration">How long the last attempt took.</param>
/// <param name="QueueWait">How long it waited, admitted, for a worker to begin it.</param>
/// <param name="Attempts">How often it was tried; 0 where it never was.</param>
internal readonly record struct DocumentMeasurement(
    string Status,
    string Format,
    string Tier,
    long InputBytes,
    long OutputBytes,
    TimeSpan Duration,
    TimeSpan QueueWait,
    int Attempts);

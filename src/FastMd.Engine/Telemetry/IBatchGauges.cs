namespace FastMd.Engine.Telemetry;

/// <summary>What can be read off a running batch. Read on a listener's thread, at any time: it must neither block nor throw.</summary>
internal interface IBatchGauges
{
    /// <summary>Workers that have a document in hand.</summary>
    int ActiveWorkers { get; }

    /// <summary>Workers that wait for one.</summary>
    int IdleWorkers { get; }

    /// <summary>Bytes that the documents in hand are charged with.</summary>
    long WindowBytes { get; }
}

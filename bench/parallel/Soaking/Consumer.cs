namespace FastMd.Parallel.Soaking;

/// <summary>What whoever asked for the results does.</summary>
internal enum Consumer
{
    /// <summary>Takes all of them.</summary>
    TakesAll,

    /// <summary>Takes all of them, slowly.</summary>
    TakesItsTime,

    /// <summary>Cancels the batch some time, and takes what there is.</summary>
    Cancels,

    /// <summary>Stops after some of them, without a word.</summary>
    StopsEarly,
}

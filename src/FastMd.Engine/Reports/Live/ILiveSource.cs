namespace FastMd.Engine.Reports.Live;

/// <summary>Where what there is to know of a job comes from. Safe for any number of threads; never throws.</summary>
internal interface ILiveSource
{
    /// <summary>The job now; null while nothing is known of any.</summary>
    LiveReport? Read();
}

namespace FastMd.Engine.Coordination;

/// <summary>How far a shared job is.</summary>
/// <param name="Total">Documents it has.</param>
/// <param name="Pending">Those that no process has.</param>
/// <param name="InProgress">Those that a process has.</param>
/// <param name="Completed">Those whose outputs are there.</param>
/// <param name="Failed">Those that failed for good.</param>
/// <param name="Workers">Processes that take part.</param>
/// <param name="IsOver">Whether all of it is done, what is made of several documents included.</param>
internal readonly record struct WorkProgress(int Total, int Pending, int InProgress, int Completed, int Failed, int Workers, bool IsOver)
{
    /// <summary>Whether each document has its outcome.</summary>
    public bool IsSettled => Pending == 0 && InProgress == 0;
}

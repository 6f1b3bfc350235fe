namespace FastMd.Engine.Batching;

/// <summary>The further tries of one document: how many of each kind were used, and what the try in hand leads to.</summary>
internal sealed class RetryCourse
{
    private TaskCompletionSource<TimeSpan?> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tries used after failures that may pass.</summary>
    public int Transient { get; set; }

    /// <summary>Tries used after exceptions nobody foresaw.</summary>
    public int Unforeseen { get; set; }

    /// <summary>Whether somebody schedules the tries already.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>Ends when the try in hand has failed too: in the pause it was told to keep, if any.</summary>
    public Task<TimeSpan?> Failure => Volatile.Read(ref _failure).Task;

    /// <summary>The try in hand has failed in a way that may pass.</summary>
    public void Failed(TimeSpan? retryAfter) => Volatile.Read(ref _failure).SetResult(retryAfter);

    /// <summary>Another try begins.</summary>
    public void BeginTry() => Volatile.Write(ref _failure, new(TaskCreationOptions.RunContinuationsAsynchronously));
}

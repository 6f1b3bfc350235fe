namespace FastMd.Engine.Batching;

/// <summary>The further tries of one document: how many of each kind were used.</summary>
internal sealed class RetryCourse
{
    /// <summary>Tries used after failures that may pass.</summary>
    public int Transient { get; set; }

    /// <summary>Tries used after exceptions nobody foresaw.</summary>
    public int Unforeseen { get; set; }
}

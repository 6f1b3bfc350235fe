namespace FastMd.Engine.Coordination;

/// <summary>Documents that a process has to itself for a while.</summary>
/// <param name="Fence">Number of the claim: larger than that of every claim before it.</param>
/// <param name="Items">Positions in the plan that the process published.</param>
internal sealed record WorkClaim(long Fence, IReadOnlyList<int> Items)
{
    /// <summary>Whether one of them was claimed before: then its output may be there already.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What is to be done with each, where the process published no plan: as <see cref="RemoteWork"/> describes it.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Work { get; init; } = [];
}

namespace FastMd.Engine.Documents;

/// <summary>Leaves every link as it is.</summary>
public sealed class SameLinks : ILinkTargets
{
    private SameLinks()
    {
    }

    /// <summary>The only one.</summary>
    public static SameLinks Instance { get; } = new();

    /// <inheritdoc/>
    public string Resolve(LinkReference link) => link.Url;
}

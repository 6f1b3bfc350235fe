namespace FastMd.Engine.Documents;

/// <summary>Which symbolic links, junctions among them, lead to documents and to files that go along.</summary>
public enum FollowLinks
{
    /// <summary>Those that lead to places under the base path.</summary>
    Inside,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None.</summary>
    None,
}

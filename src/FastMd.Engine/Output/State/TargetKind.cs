namespace FastMd.Engine.Output.State;

/// <summary>What there is at a path.</summary>
public enum TargetKind
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

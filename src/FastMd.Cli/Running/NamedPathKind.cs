namespace FastMd.Cli.Running;

/// <summary>What a path on the command line stands for.</summary>
internal enum NamedPathKind
{
    /// <summary>A file that there is.</summary>
    File,

    /// <summary>A folder that there is.</summary>
    Folder,

    /// <summary>What it matches.</summary>
    Pattern,
}

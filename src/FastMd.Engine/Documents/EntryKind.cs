namespace FastMd.Engine.Documents;

/// <summary>What an entry of a folder is, as far as it matters to who would read it.</summary>
internal enum EntryKind
{
    /// <summary>Nothing, or nothing that can be looked at.</summary>
    Nothing,

    /// <summary>An ordinary file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A pipe, a socket or a device: to read it may take forever.</summary>
    Special,
}

namespace FastMd.Engine.Health;

/// <summary>A folder that exists, and what can be found out by trying things in it. Nothing of it throws or leaves anything behind.</summary>
internal interface ITrialFolder
{
    string Path { get; }

    /// <summary>Why no file can be written, renamed and deleted there; null where all of it works.</summary>
    string? WriteFailure { get; }

    /// <summary>Whether a file that is open for one alone is refused to a second; only where files can be written.</summary>
    bool HonoursLocks();

    /// <summary>Whether names that differ only in case are two files; only where files can be written.</summary>
    bool DistinguishesCase();

    /// <summary>Bytes free for this user; null where unknown.</summary>
    long? FreeBytes();
}

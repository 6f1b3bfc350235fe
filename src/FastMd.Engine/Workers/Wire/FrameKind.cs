namespace FastMd.Engine.Workers.Wire;

/// <summary>What a frame is. The numbers are part of the protocol, which docs/worker-protocol.md describes.</summary>
internal enum FrameKind : byte
{
    /// <summary>Parent: the versions it speaks.</summary>
    Hello = 1,

    /// <summary>Parent: what the documents of a job become.</summary>
    Open = 2,

    /// <summary>Parent: a job is over.</summary>
    Close = 3,

    /// <summary>Parent: a document is to be read and converted.</summary>
    Work = 4,

    /// <summary>Parent: the memory that a document needs is granted.</summary>
    Granted = 5,

    /// <summary>Parent: the memory that a document needs is not granted, because it is too much or nobody wants the document any more.</summary>
    Cancel = 6,

    /// <summary>Worker: the versions it speaks, and it is ready.</summary>
    Ready = 65,

    /// <summary>Worker: the job is open.</summary>
    Opened = 66,

    /// <summary>Worker: it cannot do what it was greeted with, or cannot open the job, and why.</summary>
    Refused = 67,

    /// <summary>Worker: a document was read, and needs more memory than it may take without asking.</summary>
    NeedsMemory = 68,

    /// <summary>Worker: what came of a document.</summary>
    Done = 69,

    /// <summary>Worker: a document cannot be converted, and why.</summary>
    Failed = 70,

    /// <summary>Worker: a document was left because its memory was not granted.</summary>
    Cancelled = 71,
}

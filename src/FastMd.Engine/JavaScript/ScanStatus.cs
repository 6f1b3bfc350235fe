namespace FastMd.Engine.JavaScript;

/// <summary>How a scan ended.</summary>
internal enum ScanStatus
{
    /// <summary>The code is whole and valid.</summary>
    Complete,

    /// <summary>The text ended before the code did; more text could make it whole.</summary>
    Incomplete,

    /// <summary>No further text can make the code valid.</summary>
    Invalid,
}

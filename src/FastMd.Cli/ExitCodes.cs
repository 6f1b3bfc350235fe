namespace FastMd.Cli;

/// <summary>What the executable's exit code means.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Some documents failed.</summary>
    public const int DocumentsFailed = 1;

    /// <summary>The self-check found a problem.</summary>
    public const int ProblemFound = 1;

    /// <summary>The command line or a setting makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Another run is writing to the destination.</summary>
    public const int DestinationInUse = 3;

    /// <summary>The user, or the system, ended the run.</summary>
    public const int Cancelled = 130;
}

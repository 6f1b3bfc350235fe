using FastMd.Engine.Documents;

namespace FastMd.Engine.Output;

/// <summary>What a failure to write means to the user, and whether another attempt may mend it.</summary>
internal static class WriteFailures
{
    private const int NoSpaceUnix = 28;
    private const int ReadOnlyFileSystemUnix = 30;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    public static DocumentException Explain(Exception failure) => failure switch
    {
        IOException { HResult: NoSpaceUnix or QuotaLinux or QuotaMac or DiskFullWindows or HandleDiskFullWindows }
            => new(Diagnostic.Error(DiagnosticCodes.DiskFull, "The disk is full; free some space and run again."), failure),
        UnauthorizedAccessException or PathTooLongException or DirectoryNotFoundException or IOException { HResult: ReadOnlyFileSystemUnix or FileContent.TooLarge }
            => Unwritable(failure, isTransient: false),
        _ => Unwritable(failure, isTransient: true),
    };

    private static DocumentException Unwritable(Exception failure, bool isTransient)
        => new(Diagnostic.Error(DiagnosticCodes.OutputUnwritable, $"The output cannot be written: {failure.Message}"), failure, isTransient);
}

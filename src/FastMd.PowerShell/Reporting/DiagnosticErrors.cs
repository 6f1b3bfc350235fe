using System.Management.Automation;
using FastMd.Engine.Documents;

namespace FastMd.PowerShell.Reporting;

/// <summary>Error records with ids that do not change.</summary>
internal static class DiagnosticErrors
{
    /// <summary>The error of a document that was not converted.</summary>
    public static ErrorRecord Record(string path, Diagnostic diagnostic)
    {
        var (id, category) = Identity(diagnostic.Code);
        return new(new InvalidOperationException(diagnostic.Format(path)), id, category, path);
    }

    public static ErrorRecord PathNotFound(string path, Exception exception)
        => OnOneLine(new(exception, "PathNotFound", ErrorCategory.ObjectNotFound, path));

    public static ErrorRecord PathNotFound(string path, string message) => PathNotFound(path, new ItemNotFoundException(OneLine.Of(message)));

    public static ErrorRecord PathNotFileSystem(string path, string provider) => OnOneLine(new(
        new ArgumentException($"'{path}' is a path of the {provider} provider; FastMd converts files."),
        "PathNotFileSystem",
        ErrorCategory.InvalidArgument,
        path));

    public static ErrorRecord FolderUnreadable(string path, Exception exception)
        => OnOneLine(new(exception, "FolderUnreadable", ErrorCategory.ReadError, path));

    public static ErrorRecord InvalidSetting(Exception exception)
        => new(exception, "InvalidSetting", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord SettingNotFound(string name) => new(
        new ArgumentException($"'{name}' is not a setting; Get-FastMdConfiguration without -Name shows all there are."),
        "SettingNotFound",
        ErrorCategory.ObjectNotFound,
        name);

    public static ErrorRecord DestinationInUse(Exception exception, string? destination)
        => new(exception, "DestinationInUse", ErrorCategory.ResourceBusy, destination);

    public static ErrorRecord PruneWithoutState() => new(
        new ArgumentException("-Prune removes what earlier runs wrote to -Destination, by its build state: give a directory as -Destination, and leave -NoIncremental out."),
        "PruneWithoutState",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ConcurrentWithoutState() => new(
        new ArgumentException("-Concurrent shares the job by way of -Destination and the build state there: give a directory as -Destination, and leave -NoIncremental and -CheckLinks out."),
        "ConcurrentWithoutState",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ConcurrentShard() => new(
        new ArgumentException("-Shard gives a process its share beforehand, and -Concurrent as it goes: leave one of them out."),
        "ConcurrentShard",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord InvalidCluster(string reason)
        => new(new ArgumentException($"-Cluster: {reason}."), "InvalidCluster", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord InvalidDashboard(Exception reason)
        => new(new ArgumentException($"-Dashboard: {reason.Message}", reason), "InvalidDashboard", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord ClusterWithoutState() => new(
        new ArgumentException("-Cluster records what workers do in -Destination and the build state there: give a directory as -Destination, and leave -NoIncremental and -CheckLinks out."),
        "ClusterWithoutState",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ClusterAlone() => new(
        new ArgumentException("-Cluster has workers do all documents: leave -Concurrent and -Shard out."),
        "ClusterAlone",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ClusterWithPdfImages() => new(
        new ArgumentException("-Cluster brings no images of PDF back from workers: leave -Setting @{ pdfImages = $true } out."),
        "ClusterWithPdfImages",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord SharedJob(Exception exception, string? destination)
        => new(exception, "SharedJob", ErrorCategory.ResourceUnavailable, destination);

    public static ErrorRecord NoJob(string destination) => OnOneLine(new(
        new ItemNotFoundException($"There is no job in '{destination}': name the destination of Convert-FastMdBatch -Concurrent, or of fastmd convert --concurrent."),
        "NoJob",
        ErrorCategory.ObjectNotFound,
        destination));

    public static ErrorRecord ManifestUnreadable(string destination, Exception exception) => OnOneLine(new(
        new IOException($"The job in '{destination}' cannot be read or changed: {exception.Message}", exception),
        "ManifestUnreadable",
        ErrorCategory.ReadError,
        destination));

    public static ErrorRecord ItemNotFound(string name, string destination) => OnOneLine(new(
        new ItemNotFoundException($"The job in '{destination}' has no document '{name}': (Get-FastMdManifest '{destination}').Items names them."),
        "ItemNotFound",
        ErrorCategory.ObjectNotFound,
        name));

    public static ErrorRecord PruneOfShard() => new(
        new ArgumentException("-Prune would remove what other shards wrote: leave it out, and give it to a later run of all documents, or --prune to fastmd merge."),
        "PruneOfShard",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ShardOfOneFile(string file) => OnOneLine(new(
        new ArgumentException($"-Shard converts a part of many documents, and -Destination '{file}' is one file: name a directory."),
        "ShardOfOneFile",
        ErrorCategory.InvalidArgument,
        file));

    public static ErrorRecord DestinationIsFile(string file) => OnOneLine(new(
        new ArgumentException($"-Destination '{file}' is one file, and takes one document, named by its path; to write a tree name a directory, or end its name with '/'."),
        "DestinationIsFile",
        ErrorCategory.InvalidArgument,
        file));

    public static ErrorRecord ErrorFileWithoutDestination() => new(
        new ArgumentException("-ErrorFile writes beside the outputs: give -Destination."),
        "ErrorFileWithoutDestination",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ProcessWithoutOutputs() => new(
        new ArgumentException("-ProcessWith makes outputs, and -CheckLinks makes none: leave one of them out."),
        "ProcessWithoutOutputs",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord ProcessWithOtherProcesses() => new(
        new ArgumentException("-ProcessWith runs a script block, which other processes do not have: leave it out, or leave out what shares the work with them (-Isolation Process, -Concurrent, -Cluster); fastmd convert --exec goes with --concurrent."),
        "ProcessWithOtherProcesses",
        ErrorCategory.InvalidArgument,
        null);

    public static ErrorRecord InvalidProcessWith(Exception exception)
        => new(exception, "InvalidProcessWith", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord InvalidReportPath(string path) => new(
        new ArgumentException($"A report cannot be written to '{path}': the extension says in which form, .json or .html."),
        "InvalidReportPath",
        ErrorCategory.InvalidArgument,
        path);

    public static ErrorRecord ReportUnwritable(string path, Exception exception) => new(
        new IOException($"The report cannot be written to '{path}': {exception.Message}", exception),
        "ReportUnwritable",
        ErrorCategory.WriteError,
        path);

    public static ErrorRecord ReportPathTaken(string path, string document) => new(
        new InvalidOperationException($"The report is not written to '{path}': that is the output of '{document}'. Name another file."),
        "ReportPathTaken",
        ErrorCategory.ResourceExists,
        path);

    public static ErrorRecord NoReport() => new(
        new InvalidOperationException("There is no report: Convert-FastMdBatch has not run in this session."),
        "NoReport",
        ErrorCategory.ObjectNotFound,
        null);

    public static ErrorRecord NoDocuments() => new(
        new InvalidOperationException("There is nothing to measure: no documents were found. -Recurse searches folders with all that is in them."),
        "NoDocuments",
        ErrorCategory.ObjectNotFound,
        null);

    /// <summary>A name with a line break in it does not make two lines of what is shown.</summary>
    private static ErrorRecord OnOneLine(ErrorRecord error)
    {
        if (OneLine.Of(error.Exception.Message) is var line && line != error.Exception.Message)
        {
            error.ErrorDetails = new(line);
        }

        return error;
    }

    private static (string Id, ErrorCategory Category) Identity(string code) => code switch
    {
        DiagnosticCodes.InvalidBytes => ("InvalidBytes", ErrorCategory.InvalidData),
        DiagnosticCodes.DocumentTooLarge => ("DocumentTooLarge", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.DocumentNeedsTooMuchMemory => ("DocumentNeedsTooMuchMemory", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.SourceNotFound => ("SourceNotFound", ErrorCategory.ObjectNotFound),
        DiagnosticCodes.SourceUnreadable => ("SourceUnreadable", ErrorCategory.ReadError),
        DiagnosticCodes.NotAnOrdinaryFile => ("NotAnOrdinaryFile", ErrorCategory.InvalidType),
        DiagnosticCodes.FrontMatterRefused => ("FrontMatterRefused", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.NestingTooDeep => ("NestingTooDeep", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.MdxScriptInvalid => ("MdxScriptInvalid", ErrorCategory.ParserError),
        DiagnosticCodes.MdxTagInvalid => ("MdxTagInvalid", ErrorCategory.ParserError),
        DiagnosticCodes.MdxTagsUnbalanced => ("MdxTagsUnbalanced", ErrorCategory.ParserError),
        DiagnosticCodes.MdxNotCompilable => ("MdxNotCompilable", ErrorCategory.ParserError),
        DiagnosticCodes.OutputOutsideDestination => ("OutputOutsideDestination", ErrorCategory.SecurityError),
        DiagnosticCodes.OutputNameNotPortable => ("OutputNameNotPortable", ErrorCategory.InvalidArgument),
        DiagnosticCodes.OutputClaimedTwice => ("OutputClaimedTwice", ErrorCategory.ResourceExists),
        DiagnosticCodes.OutputIsSource => ("OutputIsSource", ErrorCategory.ResourceExists),
        DiagnosticCodes.OutputReadOnly => ("OutputReadOnly", ErrorCategory.PermissionDenied),
        DiagnosticCodes.OutputUnwritable => ("OutputUnwritable", ErrorCategory.WriteError),
        DiagnosticCodes.DiskFull => ("DiskFull", ErrorCategory.WriteError),
        DiagnosticCodes.AssetNotCopied => ("AssetNotCopied", ErrorCategory.WriteError),
        DiagnosticCodes.OutputInStateFolder => ("OutputInStateFolder", ErrorCategory.SecurityError),
        DiagnosticCodes.OutputNotOurs => ("OutputNotOurs", ErrorCategory.ResourceExists),
        DiagnosticCodes.BuildStateProblem => ("BuildStateProblem", ErrorCategory.InvalidData),
        DiagnosticCodes.TimedOut => ("TimedOut", ErrorCategory.OperationTimeout),
        DiagnosticCodes.Cancelled => ("Cancelled", ErrorCategory.OperationStopped),
        DiagnosticCodes.WorkersExhausted => ("WorkersExhausted", ErrorCategory.ResourceUnavailable),
        DiagnosticCodes.WorkerDied => ("WorkerDied", ErrorCategory.OperationStopped),
        DiagnosticCodes.WorkersUnavailable => ("WorkersUnavailable", ErrorCategory.ResourceUnavailable),
        DiagnosticCodes.JobItemGivenUp => ("JobItemGivenUp", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.ClaimLost => ("ClaimLost", ErrorCategory.OperationStopped),
        DiagnosticCodes.StepFailed => ("StepFailed", ErrorCategory.OperationStopped),
        DiagnosticCodes.StepRefused => ("StepRefused", ErrorCategory.ResourceUnavailable),
        DiagnosticCodes.WorkersLost => ("WorkersLost", ErrorCategory.OperationStopped),
        DiagnosticCodes.SourceDiffers => ("SourceDiffers", ErrorCategory.InvalidData),
        DiagnosticCodes.OutputElsewhere => ("OutputElsewhere", ErrorCategory.ObjectNotFound),
        DiagnosticCodes.BookUnreadable => ("BookUnreadable", ErrorCategory.InvalidData),
        DiagnosticCodes.BookProtected => ("BookProtected", ErrorCategory.PermissionDenied),
        DiagnosticCodes.BookOverLimit => ("BookOverLimit", ErrorCategory.LimitsExceeded),
        DiagnosticCodes.PdfUnreadable => ("PdfUnreadable", ErrorCategory.InvalidData),
        DiagnosticCodes.PdfEncrypted => ("PdfEncrypted", ErrorCategory.AuthenticationError),
        DiagnosticCodes.PdfToolFailed => ("PdfToolFailed", ErrorCategory.OperationStopped),
        DiagnosticCodes.DeadLink => ("DeadLink", ErrorCategory.ObjectNotFound),
        DiagnosticCodes.DeadAnchor => ("DeadAnchor", ErrorCategory.ObjectNotFound),
        _ => ("ConversionFailed", ErrorCategory.NotSpecified),
    };
}

namespace FastMd.Engine.Documents;

/// <summary>The stable codes of all diagnostics. docs/diagnostics.md says of each what to do.</summary>
public static class DiagnosticCodes
{
    /// <summary>Bytes that the encoding does not allow.</summary>
    public const string InvalidBytes = "FM1001";

    /// <summary>The file changed while it was read, twice.</summary>
    public const string ChangedWhileRead = "FM1002";

    /// <summary>The document is larger than the limit.</summary>
    public const string DocumentTooLarge = "FM1003";

    /// <summary>The source is not there.</summary>
    public const string SourceNotFound = "FM1004";

    /// <summary>The source is there and cannot be read.</summary>
    public const string SourceUnreadable = "FM1005";

    /// <summary>The document is expected to need more memory than there may be.</summary>
    public const string DocumentNeedsTooMuchMemory = "FM1006";

    /// <summary>A path with wildcards is the name of a file, and was taken for that.</summary>
    public const string PatternIsName = "FM1007";

    /// <summary>A link leads out of the tree, and is not followed.</summary>
    public const string LinkNotFollowed = "FM1008";

    /// <summary>What would be read is a pipe, a socket or a device.</summary>
    public const string NotAnOrdinaryFile = "FM1009";

    /// <summary>The front matter is not valid YAML.</summary>
    public const string FrontMatterInvalid = "FM1101";

    /// <summary>The front matter is larger, deeper or more entangled than the limits allow.</summary>
    public const string FrontMatterRefused = "FM1102";

    /// <summary>A front matter key stands twice.</summary>
    public const string FrontMatterDuplicateKey = "FM1103";

    /// <summary>The document nests deeper than the parser goes.</summary>
    public const string NestingTooDeep = "FM2001";

    /// <summary>An MDX document was read as plain Markdown.</summary>
    public const string MdxReadAsMarkdown = "FM2002";

    /// <summary>An address that may not stand in the HTML was dropped.</summary>
    public const string AddressDropped = "FM2003";

    /// <summary>Something in a document is not shown: a footnote that nothing refers to, a cell beyond the last column.</summary>
    public const string NotShown = "FM2004";

    /// <summary>An expression, an import or an export in MDX is not the JavaScript that may stand there.</summary>
    public const string MdxScriptInvalid = "FM2201";

    /// <summary>A tag in MDX is written wrongly.</summary>
    public const string MdxTagInvalid = "FM2202";

    /// <summary>Tags in MDX do not belong together.</summary>
    public const string MdxTagsUnbalanced = "FM2203";

    /// <summary>MDX that can be read cannot be compiled.</summary>
    public const string MdxNotCompilable = "FM2204";

    /// <summary>Something in MDX that takes code to render is not in its HTML.</summary>
    public const string MdxExpressionLeftOut = "FM2205";

    /// <summary>What a component in MDX becomes in HTML is not known.</summary>
    public const string MdxComponentUnknown = "FM2206";

    /// <summary>A component in MDX comes out empty in HTML.</summary>
    public const string MdxComponentEmpty = "FM2207";

    /// <summary>A document includes itself, or too much.</summary>
    public const string InclusionRefused = "FM2208";

    /// <summary>A document that is to be included is missing.</summary>
    public const string InclusionMissing = "FM2209";

    /// <summary>Context that would not mean what its document does was not made: the document was emitted as it is written.</summary>
    public const string ContextKeptAsWritten = "FM2301";

    /// <summary>A document is not written as the formatter writes it.</summary>
    public const string NotFormatted = "FM2302";

    /// <summary>A set of documents has more tokens than it may have.</summary>
    public const string TooManyTokens = "FM2303";

    /// <summary>The output would lie outside the destination.</summary>
    public const string OutputOutsideDestination = "FM3001";

    /// <summary>The output's name is not a file name on every system.</summary>
    public const string OutputNameNotPortable = "FM3002";

    /// <summary>Two sources claim one output.</summary>
    public const string OutputClaimedTwice = "FM3003";

    /// <summary>The output exists and is read-only.</summary>
    public const string OutputReadOnly = "FM3004";

    /// <summary>The output cannot be written.</summary>
    public const string OutputUnwritable = "FM3005";

    /// <summary>The disk is full.</summary>
    public const string DiskFull = "FM3006";

    /// <summary>The output would replace a source.</summary>
    public const string OutputIsSource = "FM3007";

    /// <summary>The build state could not be used, or not be written.</summary>
    public const string BuildStateProblem = "FM3008";

    /// <summary>An output without a source was edited, and is left.</summary>
    public const string OutputEdited = "FM3009";

    /// <summary>A file that a document references could not be copied.</summary>
    public const string AssetNotCopied = "FM3010";

    /// <summary>The output's place is where FastMd keeps its build state.</summary>
    public const string OutputInStateFolder = "FM3011";

    /// <summary>In the output's place is a file that FastMd did not write.</summary>
    public const string OutputNotOurs = "FM3012";

    /// <summary>The document took longer than its time limit.</summary>
    public const string TimedOut = "FM4001";

    /// <summary>The batch was cancelled before the document was done.</summary>
    public const string Cancelled = "FM4002";

    /// <summary>An unexpected exception.</summary>
    public const string UnexpectedFailure = "FM4003";

    /// <summary>Too many workers are stuck for the batch to go on.</summary>
    public const string WorkersExhausted = "FM4004";

    /// <summary>The parallel engine could not start; the batch runs one document at a time.</summary>
    public const string ParallelEngineUnavailable = "FM4005";

    /// <summary>Metrics or traces could not be sent.</summary>
    public const string TelemetryNotSent = "FM4006";

    /// <summary>A threshold of an alert was crossed.</summary>
    public const string Alert = "FM4007";

    /// <summary>Something that listens to the batch failed.</summary>
    public const string ObserverFailed = "FM4008";

    /// <summary>The document ended the worker process that converted it.</summary>
    public const string WorkerDied = "FM4009";

    /// <summary>No worker process can be had.</summary>
    public const string WorkersUnavailable = "FM4010";

    /// <summary>Processes that share a job ended abnormally at the document, or were stuck in it, so often that it is not tried again.</summary>
    public const string JobItemGivenUp = "FM4011";

    /// <summary>Another process took the document over, because this one was stopped for long.</summary>
    public const string ClaimLost = "FM4012";

    /// <summary>Two shards wrote one output differently.</summary>
    public const string ShardsOverlap = "FM4013";

    /// <summary>Shards are not of one job, not all of it, or not as they were written.</summary>
    public const string ShardsUnfit = "FM4014";

    /// <summary>The step between a document's conversion and its output failed.</summary>
    public const string StepFailed = "FM4015";

    /// <summary>The step was refused for now, again and again.</summary>
    public const string StepRefused = "FM4016";

    /// <summary>A document ended the workers of a cluster that had it, or made them fall silent.</summary>
    public const string WorkersLost = "FM4017";

    /// <summary>A worker of a cluster sees another source than the process that published the job.</summary>
    public const string SourceDiffers = "FM4018";

    /// <summary>A worker of a cluster refuses a job or documents of it, or there is none.</summary>
    public const string WorkerRefused = "FM4019";

    /// <summary>A worker of a cluster wrote an output, and it is not where the process that published the job looks for it.</summary>
    public const string OutputElsewhere = "FM4020";

    /// <summary>A link or an image leads to a file that does not exist.</summary>
    public const string DeadLink = "FM5001";

    /// <summary>A link leads to a place that its document does not have.</summary>
    public const string DeadAnchor = "FM5002";

    /// <summary>A link leads to something that is there, and not in the output.</summary>
    public const string LinkLeavesOutput = "FM5003";

    /// <summary>An external link leads to nothing.</summary>
    public const string ExternalLinkDead = "FM5004";

    /// <summary>The template asks for a key that the document does not have.</summary>
    public const string TemplateKeyMissing = "FM6001";

    /// <summary>A book cannot be read: it is no archive, or has no package.</summary>
    public const string BookUnreadable = "FM7001";

    /// <summary>A book is protected by digital rights management.</summary>
    public const string BookProtected = "FM7002";

    /// <summary>A book holds more than the limits allow.</summary>
    public const string BookOverLimit = "FM7003";

    /// <summary>A link inside a book leads to nothing.</summary>
    public const string BookLinkDead = "FM7004";

    /// <summary>Something of a book is missing, or could not be kept.</summary>
    public const string BookPartLost = "FM7005";

    /// <summary>The table of contents of a book is broken or missing.</summary>
    public const string BookContentsMissing = "FM7006";

    /// <summary>The PDF document cannot be read.</summary>
    public const string PdfUnreadable = "FM7010";

    /// <summary>The PDF document is encrypted, and its password is missing or wrong.</summary>
    public const string PdfEncrypted = "FM7011";

    /// <summary>Pages of a PDF document have no text, and take OCR.</summary>
    public const string PdfNeedsOcr = "FM7012";

    /// <summary>A page of a PDF document, or a part of it, cannot be read.</summary>
    public const string PdfPageUnreadable = "FM7013";

    /// <summary>Much of a page's text is in fonts that do not say what their glyphs are.</summary>
    public const string PdfTextUnmapped = "FM7014";

    /// <summary>The command for OCR, or <c>pdftotext</c>, failed or is not installed.</summary>
    public const string PdfToolFailed = "FM7015";
}

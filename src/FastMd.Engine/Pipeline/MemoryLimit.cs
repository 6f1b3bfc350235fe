using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>The memory beyond which documents are refused.</summary>
internal static class MemoryLimit
{
    private const double MegaByte = 1024 * 1024;

    /// <summary>Why a document is refused that is expected to need so much.</summary>
    public static Diagnostic Refusal(long length, long need, long limit, bool isWhole = true) => Because(
        length, string.Create(CultureInfo.InvariantCulture, $"is expected to need {Math.Ceiling(need / MegaByte):0} MB of memory"), limit, isWhole);

    /// <summary>Why a document is given up that turned out to need more than was expected.</summary>
    public static Diagnostic Outgrown(long length, long limit) => Because(length, "takes more memory than there may be", limit, isWhole: true);

    private static Diagnostic Because(long length, string reason, long limit, bool isWhole) => Diagnostic.Error(
        DiagnosticCodes.DocumentNeedsTooMuchMemory,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document has {(isWhole ? "" : "more than ")}{length / MegaByte:0.0} MB and {reason}; the limit is {limit / MegaByte:0} MB: raise memoryLimitMB or split the document."));
}

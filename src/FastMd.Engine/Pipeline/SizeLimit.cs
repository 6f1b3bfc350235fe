using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>The size beyond which documents are refused.</summary>
internal static class SizeLimit
{
    /// <summary>Why a document of that size is refused.</summary>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="maximum">The limit in bytes.</param>
    /// <param name="isWhole">Whether that is all of it; else it may have more.</param>
    /// <param name="setting">The setting that the limit is raised by.</param>
    public static Diagnostic Refusal(long length, long maximum, bool isWhole = true, string setting = "maxDocumentMB") => Diagnostic.Error(
        DiagnosticCodes.DocumentTooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document has {(isWhole ? "" : "more than ")}{length / 1048576.0:0.0} MB and the limit is {maximum / 1048576} MB; split it or raise {setting}."));
}

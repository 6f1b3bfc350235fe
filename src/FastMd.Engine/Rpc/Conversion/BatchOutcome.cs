using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>What became of a file of a batch.</summary>
/// <param name="File">What the client calls it.</param>
/// <param name="Transformed">What was made of it, or why nothing was; null where nobody got that far.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Code">Code of the error; 0 where there is none.</param>
/// <param name="Message">What is wrong; empty where nothing is.</param>
internal sealed record BatchOutcome(string File, Transformed? Transformed, ConversionStatus Status, int Code = 0, string Message = "");

using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>A result that waits to be emitted. A class, for collections of classes need not be compiled anew in every process.</summary>
/// <param name="Result">The result.</param>
/// <param name="Held">Working bytes it still holds.</param>
internal sealed record ParkedResult(ConversionResult Result, long Held);

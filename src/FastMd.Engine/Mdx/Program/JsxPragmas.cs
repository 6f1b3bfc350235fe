using FastMd.Engine.Configuration;

namespace FastMd.Engine.Mdx.Program;

/// <summary>How JSX is compiled: as the options say, or as comments in the document do.</summary>
/// <param name="Runtime">What it is compiled to.</param>
/// <param name="ImportSource">Package of the automatic runtime.</param>
/// <param name="Call">What the classic runtime calls.</param>
/// <param name="Fragment">What stands for a fragment in the classic runtime.</param>
internal sealed record JsxPragmas(JsxRuntime Runtime, string ImportSource, string Call, string Fragment);

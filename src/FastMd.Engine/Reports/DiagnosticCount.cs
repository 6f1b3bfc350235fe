using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports;

/// <summary>How often one diagnostic came.</summary>
/// <param name="Code">Its code, such as <c>FM1001</c>.</param>
/// <param name="Severity">How bad it is; where it came as both, an error.</param>
/// <param name="Count">How often it came, over all documents.</param>
/// <param name="Documents">How many documents have it.</param>
/// <param name="Rate">Those as a share of all documents, 0 to 1.</param>
public sealed record DiagnosticCount(string Code, DiagnosticSeverity Severity, long Count, long Documents, double Rate);

namespace FastMd.Cli.Diagnostics;

/// <summary>In which form diagnostics are wanted, and where.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">Absolute path of the file they go to; null where none is named.</param>
internal sealed record DiagnosticRequest(DiagnosticFormat Format = DiagnosticFormat.Text, string? File = null);

using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>Writes diagnostics in one form.</summary>
internal interface IDiagnosticWriter : IDisposable
{
    /// <summary>Writes one.</summary>
    /// <param name="path">Absolute path of its document; a mere name where it is about no file.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    void Write(string path, Diagnostic diagnostic);

    /// <summary>Writes what comes after the last.</summary>
    /// <param name="ranToItsEnd">Whether the run was not cut short.</param>
    void Complete(bool ranToItsEnd);
}

using System.Management.Automation;
using FastMd.PowerShell.Reporting;
using Microsoft.PowerShell.Commands;

namespace FastMd.PowerShell.Parameters;

/// <summary>Turns the shell's paths into the file system's. Relative ones belong to <c>$PWD</c>, not to the process.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    /// <summary>The absolute path of something that need not exist, taken literally; null after an error was written.</summary>
    public string? Literal(string path)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return IsFileSystem(path, provider) ? full : null;
        }
        catch (Exception unknown) when (unknown is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            cmdlet.WriteError(DiagnosticErrors.PathNotFound(path, unknown));
            return null;
        }
    }

    /// <summary>The absolute paths that wildcards stand for; none after an error was written.</summary>
    public IReadOnlyList<string> Matching(string path)
    {
        try
        {
            var matches = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            return IsFileSystem(path, provider) ? [.. matches] : [];
        }
        catch (Exception unknown) when (unknown is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            cmdlet.WriteError(DiagnosticErrors.PathNotFound(path, unknown));
            return [];
        }
    }

    private bool IsFileSystem(string path, ProviderInfo provider)
    {
        if (provider.ImplementingType == typeof(FileSystemProvider))
        {
            return true;
        }

        cmdlet.WriteError(DiagnosticErrors.PathNotFileSystem(path, provider.Name));
        return false;
    }
}

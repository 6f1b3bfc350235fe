using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using FastMd.PowerShell.Reporting;
using Microsoft.PowerShell.Commands;

namespace FastMd.PowerShell.Parameters;

/// <summary>Turns the shell's paths into the file system's. Relative ones belong to <c>$PWD</c>, not to the process.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    /// <summary>Whether an error was written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The current location in the file system.</summary>
    public string WorkingDirectory => cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>The absolute paths of things that need not exist, taken literally; without those for which an error was written.</summary>
    public IEnumerable<string> Literals(IEnumerable<string> paths) => paths.Select(Literal).OfType<string>();

    /// <summary>The absolute path of something that need not exist, taken literally; null after an error was written.</summary>
    public string? Literal(string path)
    {
        if (Resolve(path, out var full) is not { } error)
        {
            return full;
        }

        Write(error);
        return null;
    }

    /// <summary>The same for a path without which the cmdlet cannot start: what is wrong with it ends the pipeline.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public string? Required(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (Resolve(path, out var full) is { } error)
        {
            cmdlet.ThrowTerminatingError(error);
        }

        return full;
    }

    /// <summary>The absolute paths that wildcards stand for; none after an error was written.</summary>
    public IReadOnlyList<string> Matching(string path)
    {
        try
        {
            var matches = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (Misplaced(path, provider) is not { } error)
            {
                return [.. matches];
            }

            Write(error);
        }
        catch (Exception unknown) when (unknown is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            Write(DiagnosticErrors.PathNotFound(path, unknown));
        }

        return [];
    }

    private static ErrorRecord? Misplaced(string path, ProviderInfo provider)
        => provider.ImplementingType == typeof(FileSystemProvider) ? null : DiagnosticErrors.PathNotFileSystem(path, provider.Name);

    private void Write(ErrorRecord error)
    {
        HasFailed = true;
        cmdlet.WriteError(error);
    }

    private ErrorRecord? Resolve(string path, out string full)
    {
        full = path;
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return Misplaced(path, provider);
        }
        catch (Exception unknown) when (unknown is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            return DiagnosticErrors.PathNotFound(path, unknown);
        }
    }
}

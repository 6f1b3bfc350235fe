using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using FastMd.PowerShell.Reporting;
using Microsoft.PowerShell.Commands;

namespace FastMd.PowerShell.Parameters;

/// <summary>Turns the shell's paths into the file system's. Relative ones belong to <c>$PWD</c>, not to the process.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    // To ask the shell makes it look at every drive there is: once, and not for each path.
    private readonly Lazy<string> _workingDirectory = new(() => cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);

    /// <summary>Whether an error was written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The current location in the file system.</summary>
    public string WorkingDirectory => _workingDirectory.Value;

    /// <summary>Things that need not exist, taken literally; without those for which an error was written.</summary>
    public IEnumerable<NamedPath> Literals(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (Resolve(path, out var full) is { } error)
            {
                Write(error);
            }
            else
            {
                yield return Named(path, full);
            }
        }
    }

    /// <summary>The absolute path of something that need not exist, without which the cmdlet cannot start: what is wrong with it ends the pipeline.</summary>
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

    /// <summary>
    /// What a path stands for: the file or folder of that name, else what its wildcards match; nothing after an error was written.
    /// </summary>
    public IReadOnlyList<NamedPath> Matching(string path)
    {
        if (LiteralOf(path) is { } literal)
        {
            return [literal];
        }

        try
        {
            var matches = Matches(path, out var provider);
            if ((Misplaced(path, provider) ?? Missing(path, matches)) is not { } error)
            {
                return HasWildcard(path)
                    ? InFolder(path, matches)
                    : [.. matches.Select(match => Named(WildcardPattern.Unescape(path), match))];
            }

            Write(error);
        }
        catch (Exception unknown) when (IsUnknown(unknown))
        {
            Write(DiagnosticErrors.PathNotFound(path, unknown));
        }

        return [];
    }

    /// <summary>
    /// What a path that has wildcards would match beside the file or folder that is called just so; nothing where there is none of that name.
    /// </summary>
    public IReadOnlyList<string> OtherMatches(string path)
    {
        if (!HasWildcard(path) || LiteralOf(path) is not { } literal)
        {
            return [];
        }

        try
        {
            return [.. Matches(path, out _).Where(match => match != literal.Full)];
        }
        catch (Exception unknown) when (IsUnknown(unknown))
        {
            return [];
        }
    }

    private static bool HasWildcard(string path) => WildcardPattern.ContainsWildcardCharacters(path);

    private static bool IsUnknown(Exception failure)
        => failure is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException;

    private static ErrorRecord? Misplaced(string path, ProviderInfo provider)
        => provider.ImplementingType == typeof(FileSystemProvider) ? null : DiagnosticErrors.PathNotFileSystem(path, provider.Name);

    private static ErrorRecord? Missing(string path, Collection<string> matches)
        => matches.Count > 0 ? null : DiagnosticErrors.PathNotFound(path, $"Nothing matches '{path}'.");

    private Collection<string> Matches(string path, out ProviderInfo provider)
        => cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);

    private NamedPath? LiteralOf(string path)
        => Resolve(path, out var full) is null && Path.Exists(full) ? Named(path, full) : null;

    /// <summary>The matches of a pattern, with the folder before its first wildcard.</summary>
    private IReadOnlyList<NamedPath> InFolder(string pattern, Collection<string> matches)
    {
        var fixedPart = pattern[..(pattern.AsSpan(0, FirstWildcard(pattern)).LastIndexOfAny('/', '\\') + 1)];
        var written = fixedPart.Length == 0 ? "." : WildcardPattern.Unescape(fixedPart);
        if (Resolve(written, out var folder) is { } error)
        {
            Write(error);
            return [];
        }

        folder = Path.TrimEndingDirectorySeparator(folder);
        var isRelative = Named(written, folder).IsRelative;
        return [.. matches.Select(match => new NamedPath(match, isRelative, folder))];
    }

    private static int FirstWildcard(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            // What follows a backtick stands for itself.
            if (pattern[i] == '`')
            {
                i++;
            }
            else if (pattern[i] is '*' or '?' or '[')
            {
                return i;
            }
        }

        return pattern.Length;
    }

    /// <summary>A path is relative where it is the location that makes it absolute, and no drive, provider or home folder.</summary>
    private NamedPath Named(string written, string full)
    {
        // To the shell both slashes separate folders, on every system. A name with a null character stands for no file anywhere.
        written = written.Replace('\\', '/');
        return new(full, !Path.IsPathRooted(written) && !written.Contains('\0') && IsSame(Path.GetFullPath(written, WorkingDirectory), full));
    }

    private static bool IsSame(string path, string other)
        => Path.TrimEndingDirectorySeparator(path) == Path.TrimEndingDirectorySeparator(other);

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
        catch (Exception unknown) when (IsUnknown(unknown))
        {
            return DiagnosticErrors.PathNotFound(path, unknown);
        }
    }
}

using System.Runtime.CompilerServices;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.ExternalLinks;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Check;

/// <summary>The links to the web of all documents of a run: each address is asked once, whoever links to it.</summary>
/// <param name="settings">How they are checked.</param>
internal sealed class ExternalLinks(SettingsResolver settings)
{
    private readonly Dictionary<string, List<(string Path, int Line, int Column)>> _links = new(StringComparer.Ordinal);

    /// <summary>Why the cache file could not be written; null where it could. The check is as good without it.</summary>
    public string? CacheProblem { get; private set; }

    /// <summary>Takes in the links of a document.</summary>
    public void Add(ConversionResult result)
    {
        foreach (var link in result.Links?.External ?? [])
        {
            var address = ExternalLinkChecker.Address(link.Url);
            if (!_links.TryGetValue(address, out var places))
            {
                _links.Add(address, places = []);
            }

            places.Add((result.SourcePath, link.Line, link.Column));
        }
    }

    /// <summary>Checks them; gives each place of each dead one, as they are found.</summary>
    public async IAsyncEnumerable<(string Path, Diagnostic Diagnostic)> CheckAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var checker = new ExternalLinkChecker(Options());
        try
        {
            await foreach (var (url, problem) in checker.CheckAsync(_links.Keys, cancellation))
            {
                foreach (var (path, line, column) in _links[url])
                {
                    yield return (path, Diagnostic.Error(
                        DiagnosticCodes.ExternalLinkDead, $"The link '{url}' is dead: {problem}; mend it, or name it in ignoreLinks.", line, column));
                }
            }
        }
        finally
        {
            // Cancelled or not: the next run need not ask for what answered well.
            CacheProblem = Save(checker);
        }
    }

    private static string? Save(ExternalLinkChecker checker)
    {
        try
        {
            checker.SaveCache();
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"The cache of external links cannot be written: {unwritable.Message}";
        }
    }

    private ExternalLinkOptions Options() => new()
    {
        AllowedStatus = settings.Get(SettingsTable.ExternalAllow).ToHashSet(),
        CachePath = settings.GetPath(SettingsTable.ExternalCache),
        CacheAge = TimeSpan.FromHours(settings.Get(SettingsTable.ExternalCacheHours)),
    };
}

using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>
/// Says where links lead in the output: to the files that are written, to the site that the documents are published at, or, of files that are no
/// documents, to the repository.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="name">Path of the document in its tree, with slashes; empty where it has none.</param>
/// <param name="links">Knows the tree.</param>
internal sealed class LinkStep(ContextOptions options, string name, ILinkTargets links) : ILinkTargets
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly string _folder = name.LastIndexOf('/') is >= 0 and var end ? name[..(end + 1)] : "";

    /// <summary>Where the links lead that were asked for, without looking again.</summary>
    public ILinkTargets Known => new KnownLinks(_known);

    /// <inheritdoc/>
    public string Resolve(LinkReference link)
    {
        // Asked for in any case: what leads to nothing is reported.
        var resolved = links.Resolve(link);
        return _known[link.Url] = options.Takes(ContextSteps.Links) ? AddressOf(resolved) : link.Url;
    }

    private string AddressOf(string resolved)
    {
        var path = resolved.AsSpan(0, resolved.AsSpan().IndexOfAny('?', '#') is >= 0 and var cut ? cut : resolved.Length);
        if (path.Length == 0 || path.Contains(':') || resolved.StartsWith("//", StringComparison.Ordinal))
        {
            return resolved;
        }

        var rest = resolved[path.Length..];
        var place = TreePath.Combine(_folder, path.ToString());
        var isDocument = path.EndsWith(ContextNames.Extension);
        return options.SiteUrl.Length > 0 && place is not null ? TreePath.Join(options.SiteUrl, isDocument ? TreePath.RouteOf(place) : place) + rest
            : options.Repository.Length > 0 && !isDocument && place is not null && resolved[0] != '/' ? TreePath.InRepository(options, place) + rest
            : resolved.Contains("/../", StringComparison.Ordinal) ? TreePath.Simplified(path.ToString()) + rest
            : resolved;
    }

    private sealed class KnownLinks(Dictionary<string, string> known) : ILinkTargets
    {
        public string Resolve(LinkReference link) => known.GetValueOrDefault(link.Url, link.Url);
    }
}

/// <summary>Names of what is written.</summary>
internal static class ContextNames
{
    public const string Extension = ".mdc";
}

/// <summary>Paths in a tree, with slashes.</summary>
internal static class TreePath
{
    /// <summary>The path that a relative one leads to; null where it leaves the tree.</summary>
    /// <param name="folder">The folder that it is seen from, ended by a slash; empty for the root.</param>
    /// <param name="relative">The path; one that begins with a slash is seen from the root.</param>
    public static string? Combine(string folder, string relative)
    {
        var parts = new List<string>();
        foreach (var part in (relative.StartsWith('/') ? relative : folder + relative).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>A relative path without the folders that it leaves again.</summary>
    public static string Simplified(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or "." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The address of a path below another.</summary>
    public static string Join(string root, string path) => $"{root.TrimEnd('/')}/{path}";

    /// <summary>The route of a document on a site: its path without the extensions, and of an index that of its folder.</summary>
    public static string RouteOf(string path)
    {
        var route = WithoutExtension(WithoutExtension(path, ContextNames.Extension), ".mdx", ".md", ".markdown");
        var last = route[(route.LastIndexOf('/') + 1)..];
        return last.Equals("index", StringComparison.OrdinalIgnoreCase) || last.Equals("readme", StringComparison.OrdinalIgnoreCase)
            ? route[..^last.Length].TrimEnd('/')
            : route;
    }

    /// <summary>The address of a file in the repository.</summary>
    public static string InRepository(ContextOptions options, string path)
        => Join(options.Repository, $"blob/{(options.Ref.Length > 0 ? options.Ref : "HEAD")}/{path}");

    /// <summary>A path without the first of the extensions that it has.</summary>
    public static string WithoutExtension(string path, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return path[..^extension.Length];
            }
        }

        return path;
    }
}

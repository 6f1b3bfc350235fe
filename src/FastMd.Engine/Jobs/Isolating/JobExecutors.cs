using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Pipeline.Links;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>What reads and converts the documents of a job: the same in the job's own process and in a worker.</summary>
internal static class JobExecutors
{
    /// <summary>Finds where links of the job's documents lead; null where they are left alone.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="folders">The folders that the search of the tree listed.</param>
    public static TreeLinks? LinksOf(JobOptions options, ListedFolders folders)
        => !NeedsLinks(options) ? null : new(options.Reading.Documents, options.Target.Extension)
        {
            AppendsExtension = options.Target.AppendsExtension,
            FollowsRoutes = options.Target.FollowsRoutes,
            Rewrites = options.Target.RewritesLinks,
            ReportsDead = options.ChecksLinks || options.Links.Warnings,
            Folders = folders,
            Ignored = [.. options.Links.Ignored.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static pattern => new Glob(pattern))],
            CollectsExternal = options.ChecksLinks && options.CollectsExternalLinks,
            Root = options.Links.Root,
            ReadmeIsIndex = options.Target.ReadmeIsIndex,
            IsOneFile = options.OutputFile is not null,
            Destination = DestinationOf(options) is { } destination ? Path.TrimEndingDirectorySeparator(destination) : null,
        };

    /// <summary>How documents are read and converted.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="links">Finds where links lead; null where they are left alone.</param>
    public static ExecutorOptions ExecutingOf(JobOptions options, TreeLinks? links) => options.Executing() with
    {
        Links = links,
        PartLinks = options.Target.RewritesLinks ? new PartLinks(options.Target.Extension, options.Target.AppendsExtension) : SameLinks.Instance,
        CopiesAssets = options.Links.Assets == AssetHandling.Copy,
        HashesSources = options.Incremental && DestinationOf(options) is not null,
        ChecksLinks = options.ChecksLinks,
    };

    private static string? DestinationOf(JobOptions options) => options.ChecksLinks ? null : options.Destination;

    private static bool NeedsLinks(JobOptions options)
        => options.ChecksLinks
            || (options.Destination is not null && (options.Target.RewritesLinks || options.Links.Warnings || options.Links.Assets != AssetHandling.None));
}

using System.Collections.Specialized;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;
using FastMd.Engine.Health;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;

namespace FastMd.PowerShell.Results;

/// <summary>
/// The module's types and the engine's, each way. Nowhere else do the two meet but in the mappings of reports and measurements, which
/// have a folder of their own each. Lists become arrays: the shell cannot index what a collection expression makes of an interface.
/// </summary>
internal static class EngineMapping
{
    public static string ToEngine(this FastMdTarget target) => target switch
    {
        FastMdTarget.Html => "html",
        FastMdTarget.Js => "js",
        FastMdTarget.Context => "context",
        FastMdTarget.Markdown => "markdown",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
    };

    public static ContextProfile ToEngine(this FastMdContextProfile profile) => profile switch
    {
        FastMdContextProfile.Lossless => ContextProfile.Lossless,
        FastMdContextProfile.Balanced => ContextProfile.Balanced,
        FastMdContextProfile.Compact => ContextProfile.Compact,
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };

    public static TokenCounting ToEngine(this FastMdTokenCounting counting) => counting switch
    {
        FastMdTokenCounting.Estimate => TokenCounting.Estimate,
        FastMdTokenCounting.O200k => TokenCounting.O200k,
        FastMdTokenCounting.Cl100k => TokenCounting.Cl100k,
        _ => throw new ArgumentOutOfRangeException(nameof(counting), counting, null),
    };

    public static OutputForm ToEngine(this FastMdOutputForm form) => form switch
    {
        FastMdOutputForm.Fragment => OutputForm.Fragment,
        FastMdOutputForm.Page => OutputForm.Page,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    public static MarkdownFlavor ToEngine(this FastMdFlavor flavor) => flavor switch
    {
        FastMdFlavor.Gfm => MarkdownFlavor.Gfm,
        FastMdFlavor.CommonMark => MarkdownFlavor.CommonMark,
        _ => throw new ArgumentOutOfRangeException(nameof(flavor), flavor, null),
    };

    public static RawHtmlHandling ToEngine(this FastMdRawHtml rawHtml) => rawHtml switch
    {
        FastMdRawHtml.Allow => RawHtmlHandling.Allow,
        FastMdRawHtml.Escape => RawHtmlHandling.Escape,
        FastMdRawHtml.Sanitize => RawHtmlHandling.Sanitize,
        _ => throw new ArgumentOutOfRangeException(nameof(rawHtml), rawHtml, null),
    };

    public static AssetHandling ToEngine(this FastMdAssets assets) => assets switch
    {
        FastMdAssets.Copy => AssetHandling.Copy,
        FastMdAssets.None => AssetHandling.None,
        _ => throw new ArgumentOutOfRangeException(nameof(assets), assets, null),
    };

    public static ClusterFiles ToEngine(this FastMdClusterFiles files) => files switch
    {
        FastMdClusterFiles.Shared => ClusterFiles.Shared,
        FastMdClusterFiles.Local => ClusterFiles.Local,
        FastMdClusterFiles.Store => ClusterFiles.Store,
        _ => throw new ArgumentOutOfRangeException(nameof(files)),
    };

    public static FollowLinks ToEngine(this FastMdFollowLink followLink) => followLink switch
    {
        FastMdFollowLink.Inside => FollowLinks.Inside,
        FastMdFollowLink.All => FollowLinks.All,
        FastMdFollowLink.None => FollowLinks.None,
        _ => throw new ArgumentOutOfRangeException(nameof(followLink), followLink, null),
    };

    public static Isolation ToEngine(this FastMdIsolation isolation) => isolation switch
    {
        FastMdIsolation.Auto => Isolation.Auto,
        FastMdIsolation.Thread => Isolation.Thread,
        FastMdIsolation.Process => Isolation.Process,
        _ => throw new ArgumentOutOfRangeException(nameof(isolation), isolation, null),
    };

    public static BookLayout ToEngine(this FastMdBookLayout books) => books switch
    {
        FastMdBookLayout.Chapters => BookLayout.Chapters,
        FastMdBookLayout.Single => BookLayout.Single,
        _ => throw new ArgumentOutOfRangeException(nameof(books), books, null),
    };

    public static ResourceProfile ToEngine(this FastMdResourceProfile profile) => profile switch
    {
        FastMdResourceProfile.Low => ResourceProfile.Low,
        FastMdResourceProfile.Medium => ResourceProfile.Medium,
        FastMdResourceProfile.High => ResourceProfile.High,
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };

    public static FastMdResult ToShell(this ConversionResult result) => new()
    {
        Index = result.Index,
        SourcePath = result.SourcePath,
        Kind = result.Kind.ToShell(),
        OutputPath = result.OutputPath,
        Status = result.Status.ToShell(),
        Content = result.Content,
        LaterFrontMatter = new(() => result.FrontMatter is { } frontMatter ? Dictionary(frontMatter) : null),
        Reason = result.Reason,
        Title = result.Title,
        LaterDiagnostics = new(() => result.Diagnostics.Select(ToShell).ToArray()),
        InputBytes = result.InputBytes,
        OutputBytes = result.OutputBytes,
        Duration = result.Duration,
        Attempts = result.Attempts,
    };

    public static FastMdOutputKind ToShell(this OutputKind kind) => kind switch
    {
        OutputKind.Document => FastMdOutputKind.Document,
        OutputKind.Part => FastMdOutputKind.Part,
        OutputKind.Asset => FastMdOutputKind.Asset,
        OutputKind.Product => FastMdOutputKind.Product,
        OutputKind.ErrorFile => FastMdOutputKind.ErrorFile,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static FastMdHealthRow ToShell(this HealthRow row) => new(
        row.Check,
        row.Status switch
        {
            HealthStatus.Ok => FastMdHealthStatus.Ok,
            HealthStatus.Warning => FastMdHealthStatus.Warning,
            HealthStatus.Problem => FastMdHealthStatus.Problem,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Status, null),
        },
        row.Found,
        row.Advice);

    public static FastMdManifest ToShell(this JobManifest manifest, string destination) => new()
    {
        Destination = destination,
        SourceRoot = manifest.SourceRoot,
        BookFile = manifest.BookFile,
        Target = manifest.Target,
        StartedAt = manifest.StartedAt,
        IsOver = manifest.Progress.IsOver,
        TotalItems = manifest.Progress.Total,
        Pending = manifest.Progress.Pending,
        InProgress = manifest.Progress.InProgress,
        Completed = manifest.Progress.Completed,
        Failed = manifest.Progress.Failed,
        Workers = manifest.Workers.ToArray(),
        Items = manifest.Items.Select(ToShell).ToArray(),
    };

    public static FastMdManifestItem ToShell(this ItemState item) => new(
        item.Name,
        item.Status switch
        {
            ItemStatus.Pending => FastMdItemStatus.Pending,
            ItemStatus.InProgress => FastMdItemStatus.InProgress,
            ItemStatus.Completed => FastMdItemStatus.Completed,
            ItemStatus.Failed => FastMdItemStatus.Failed,
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, null),
        },
        item.Attempts,
        item.ClaimedBy,
        item.ClaimedAt,
        item.CompletedAt,
        item.Error is { } error ? $"{error.Message} [{error.Code}]" : null);

    public static FastMdStatus ToShell(this ConversionStatus status) => status switch
    {
        ConversionStatus.Converted => FastMdStatus.Converted,
        ConversionStatus.Unchanged => FastMdStatus.Unchanged,
        ConversionStatus.Failed => FastMdStatus.Failed,
        ConversionStatus.TimedOut => FastMdStatus.TimedOut,
        ConversionStatus.Cancelled => FastMdStatus.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static FastMdSeverity ToShell(this DiagnosticSeverity severity)
        => severity == DiagnosticSeverity.Error ? FastMdSeverity.Error : FastMdSeverity.Warning;

    public static FastMdStageTimes ToShell(this StageTimes stages)
        => new(stages.Read, stages.Decode, stages.Parse, stages.Render, stages.Write);

    private static FastMdDiagnostic ToShell(Diagnostic diagnostic) => new(
        diagnostic.Severity.ToShell(),
        diagnostic.Code,
        diagnostic.Message,
        diagnostic.Line,
        diagnostic.Column);

    private static OrderedDictionary Dictionary(IReadOnlyDictionary<string, object?> mapping)
    {
        var dictionary = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in mapping)
        {
            dictionary[key] = Data(value);
        }

        return dictionary;
    }

    private static object? Data(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> mapping => Dictionary(mapping),
        IReadOnlyList<object?> sequence => sequence.Select(Data).ToArray(),
        _ => value,
    };
}

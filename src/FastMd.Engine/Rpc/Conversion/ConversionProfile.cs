using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>All that decides what documents become, made ready: requests with the same options share one.</summary>
/// <param name="options">What it depends on.</param>
internal sealed class ConversionProfile(JobOptions options)
{
    private readonly string? _template = options.Target.Template?.Name is { } name && Path.IsPathRooted(name) ? name : null;
    private readonly FileStamp? _stamp = options.Target.Template?.Name is { } name && Path.IsPathRooted(name) ? FileStamp.Of(name) : null;

    /// <summary>What it depends on.</summary>
    public JobOptions Options => options;

    /// <summary>Name of the target.</summary>
    public string Target => options.Target.Name;

    /// <summary>Absolute paths of the files that every output depends on.</summary>
    public IReadOnlyList<string> Dependencies => _template is null ? [] : [_template];

    /// <summary>Whether those are as they were when it was made ready.</summary>
    public bool IsCurrent => _template is null || FileStamp.Of(_template) == _stamp;

    /// <summary>Reads and converts.</summary>
    public IDocumentExecutor Executor { get; } = new DocumentExecutor(options.Executing() with { WantsHeadings = true });

    /// <summary>A profile as the settings say.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="basePath">Absolute path of the first root.</param>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static ConversionProfile From(SettingsResolver settings, string basePath)
        => new(JobOptions.From(settings, basePath, destination: null, force: false));
}

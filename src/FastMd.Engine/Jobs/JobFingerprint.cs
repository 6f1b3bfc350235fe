using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using Markdig;

namespace FastMd.Engine.Jobs;

/// <summary>What all outputs of a job depend on besides their sources, for the build state.</summary>
internal static class JobFingerprint
{
    // A build of the engine has an identifier of its own; so a change of the engine rebuilds without anybody raising a version.
    internal static readonly Lazy<ContentHash> Engine = new(() => ContentHash.Of(
        $"{typeof(JobFingerprint).Module.ModuleVersionId} {typeof(JobFingerprint).Assembly.FullName} {typeof(MarkdownPipeline).Assembly.FullName}"));

    public static BuildFingerprint Of(JobOptions options) => new(
        Engine.Value,
        ContentHash.Of($"{options.Target.WithoutTemplate()}\n{options.Reading}\n{options.Links}{StepOf(options)}"),
        options.Target.Template?.Hash ?? default,
        options.Target.Name);

    private static string StepOf(JobOptions options) => options.Step is { } step ? $"\nstep {step.Identity}" : "";
}

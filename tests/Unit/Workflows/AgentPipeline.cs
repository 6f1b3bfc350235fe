using YamlDotNet.Serialization;

namespace FastMd.Tests.Unit.Workflows;

/// <summary>A pipeline of a build agent, GitHub's or Azure's, or some steps of one.</summary>
internal sealed class AgentPipeline
{
    private readonly object _root;

    private AgentPipeline(object root) => _root = root;

    /// <summary>The jobs by their names; none where there are steps only.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object>> Jobs
        => Mapping(_root).TryGetValue("jobs", out var jobs) ? Mapping(jobs).ToDictionary(job => job.Key, job => Mapping(job.Value)) : [];

    /// <summary>All steps, in their order.</summary>
    public IReadOnlyList<AgentStep> Steps => _root is List<object> steps
        ? [.. steps.Select(AgentStep.Of)]
        : [.. StepsOf(Mapping(_root)), .. Jobs.Values.SelectMany(StepsOf)];

    public static AgentPipeline Parse(string yaml) => new(new DeserializerBuilder().Build().Deserialize<object>(yaml)!);

    /// <summary>What stands under a key at the top; null where there is no such key.</summary>
    public object? At(string key) => Mapping(_root).GetValueOrDefault(key);

    public static IReadOnlyDictionary<string, object> Mapping(object? value)
        => value is Dictionary<object, object> pairs ? pairs.ToDictionary(pair => (string)pair.Key, pair => pair.Value) : new Dictionary<string, object>();

    public static IReadOnlyList<string> List(object? value) => value switch
    {
        List<object> items => [.. items.Select(item => (string)item)],
        string one => [one],
        _ => [],
    };

    private static IEnumerable<AgentStep> StepsOf(IReadOnlyDictionary<string, object> job)
        => job.TryGetValue("steps", out var steps) ? ((List<object>)steps).Select(AgentStep.Of) : [];
}

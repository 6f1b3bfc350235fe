using FastMd.Engine.Configuration;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>Where systems that run one job many times at once tell each run its number.</summary>
internal static class ShardEnvironment
{
    private const string OwnTotal = "FASTMD_SHARD_TOTAL";

    /// <summary>
    /// The systems, in the order they are asked: what was set for FastMd goes first, and a build agent before the cluster that it may run on. GitHub Actions
    /// sets no variables of its own; the workflow passes <c>strategy.job-index</c> and <c>strategy.job-total</c> on under these names.
    /// </summary>
    public static IReadOnlyList<ShardVariables> Known { get; } =
    [
        new("FastMd", "FASTMD_SHARD_INDEX", OwnTotal, First: 1),
        new("Azure Pipelines", "SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", First: 1),
        new("GitHub Actions", "STRATEGY_JOB_INDEX", "STRATEGY_JOB_TOTAL", First: 0),
        new("GitLab CI", "CI_NODE_INDEX", "CI_NODE_TOTAL", First: 1),
        new("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", First: 0),
        new("Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", First: 0),
        new("Bitbucket Pipelines", "BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", First: 0),
        new("Kubernetes", "JOB_COMPLETION_INDEX", OwnTotal, First: 0),
        new("SLURM", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", First: 0)
        {
            FirstVariable = "SLURM_ARRAY_TASK_MIN",
            StepVariable = "SLURM_ARRAY_TASK_STEP",
        },
    ];

    /// <summary>The number that the environment tells.</summary>
    /// <param name="origin">The option or parameter that asks for it, for messages.</param>
    /// <param name="total">How many shards there are, where that was given.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="SettingException">It tells none, or not all of it, or one that makes no sense.</exception>
    public static ShardNumber Read(string origin, int? total, Func<string, string?> variable)
    {
        var system = Known.FirstOrDefault(system => variable(system.Index) is { Length: > 0 })
            ?? throw new SettingException(
                $"{origin}: no variable tells the number of this shard; there is none of {string.Join(", ", Known.Select(static system => system.Index))}. Write I/N, such as 2/8.");
        var told = NumberIn(system.Total, variable, origin);
        if (told is { } count && total is { } given && count != given)
        {
            throw new SettingException($"{origin}: there are {given} shards, but {system.Total} is {count}; leave one of the two out.");
        }

        var shards = total ?? told
            ?? throw new SettingException($"{origin}: {system.Index} tells the number of this shard, and nothing how many there are; write auto/N, or set {system.Total}.");
        return NumberOf(system, shards, origin, variable);
    }

    private static ShardNumber NumberOf(ShardVariables system, int shards, string origin, Func<string, string?> variable)
    {
        var first = NumberIn(system.FirstVariable, variable, origin) ?? system.First;
        var step = NumberIn(system.StepVariable, variable, origin) is > 0 and var given ? given : 1;
        var index = NumberIn(system.Index, variable, origin)!.Value;
        var (steps, rest) = Math.DivRem((long)index - first, step);
        return shards is < 1 or > ShardNumber.Most
            ? throw new SettingException($"{origin}: {system.Total} is {shards}; there are 1 to {ShardNumber.Most} shards.")
            : rest != 0 || steps < 0 || steps >= shards
            ? throw new SettingException($"{origin}: {system.Index} is {index}, which is no number of one of {shards} shards, counted from {first}{(step > 1 ? $" in steps of {step}" : "")}.")
            : new((int)steps + 1, shards);
    }

    private static int? NumberIn(string? name, Func<string, string?> variable, string origin)
        => name is null || variable(name) is not { Length: > 0 } text ? null
            : ShardNumber.NumberIn(text.Trim()) ?? throw new SettingException($"{origin}: {name} is '{SettingException.OnOneLine(text)}', which is no whole number.");
}

/// <summary>The variables of one system.</summary>
/// <param name="System">Its name.</param>
/// <param name="Index">Holds the number of this run.</param>
/// <param name="Total">Holds how many runs there are.</param>
/// <param name="First">The number of the first run.</param>
internal sealed record ShardVariables(string System, string Index, string Total, int First)
{
    /// <summary>Holds the number of the first run; null where that is always the same.</summary>
    public string? FirstVariable { get; init; }

    /// <summary>Holds by how much the numbers of two runs differ; null where that is always one.</summary>
    public string? StepVariable { get; init; }
}

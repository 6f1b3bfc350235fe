using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;

namespace FastMd.Tests.Unit.Coordination.Shards;

public class ShardEnvironmentTests
{
    [Theory]
    [InlineData("1/4", "FASTMD_SHARD_INDEX=1", "FASTMD_SHARD_TOTAL=4")]
    [InlineData("1/4", "SYSTEM_JOBPOSITIONINPHASE=1", "SYSTEM_TOTALJOBSINPHASE=4")]
    [InlineData("4/4", "SYSTEM_JOBPOSITIONINPHASE=4", "SYSTEM_TOTALJOBSINPHASE=4")]
    [InlineData("1/4", "STRATEGY_JOB_INDEX=0", "STRATEGY_JOB_TOTAL=4")]
    [InlineData("4/4", "STRATEGY_JOB_INDEX=3", "STRATEGY_JOB_TOTAL=4")]
    [InlineData("1/4", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=4")]
    [InlineData("2/4", "CIRCLE_NODE_INDEX=1", "CIRCLE_NODE_TOTAL=4")]
    [InlineData("2/4", "BUILDKITE_PARALLEL_JOB=1", "BUILDKITE_PARALLEL_JOB_COUNT=4")]
    [InlineData("2/4", "BITBUCKET_PARALLEL_STEP=1", "BITBUCKET_PARALLEL_STEP_COUNT=4")]
    [InlineData("2/4", "JOB_COMPLETION_INDEX=1", "FASTMD_SHARD_TOTAL=4")]
    [InlineData("2/4", "SLURM_ARRAY_TASK_ID=1", "SLURM_ARRAY_TASK_COUNT=4", "SLURM_ARRAY_TASK_MIN=0", "SLURM_ARRAY_TASK_MAX=3", "SLURM_ARRAY_TASK_STEP=1")]
    [InlineData("1/4", "SLURM_ARRAY_TASK_ID=1", "SLURM_ARRAY_TASK_COUNT=4", "SLURM_ARRAY_TASK_MIN=1", "SLURM_ARRAY_TASK_MAX=4", "SLURM_ARRAY_TASK_STEP=1")]
    [InlineData("3/4", "SLURM_ARRAY_TASK_ID=15", "SLURM_ARRAY_TASK_COUNT=4", "SLURM_ARRAY_TASK_MIN=5", "SLURM_ARRAY_TASK_MAX=20", "SLURM_ARRAY_TASK_STEP=5")]
    public void Each_system_tells_the_number_in_its_own_way(string number, params string[] variables)
        => Assert.Equal(number, Auto("auto", variables).ToString());

    [Theory]
    [InlineData("2/8", "auto/8", "JOB_COMPLETION_INDEX=1")]
    [InlineData("2/8", "auto/8", "JOB_COMPLETION_INDEX=1", "FASTMD_SHARD_TOTAL=8")]
    [InlineData("3/8", "AUTO/8", "SLURM_ARRAY_TASK_ID=2")]
    [InlineData("2/4", "auto", "SYSTEM_JOBPOSITIONINPHASE=2", "SYSTEM_TOTALJOBSINPHASE=4", "JOB_COMPLETION_INDEX=0")]
    public void How_many_there_are_may_be_given_and_a_build_agent_goes_before_its_cluster(string number, string text, params string[] variables)
        => Assert.Equal(number, Auto(text, variables).ToString());

    [Theory]
    [InlineData("auto", "no variable tells the number of this shard")]
    [InlineData("auto", "write auto/N, or set FASTMD_SHARD_TOTAL", "JOB_COMPLETION_INDEX=1")]
    [InlineData("auto/8", "there are 8 shards, but CI_NODE_TOTAL is 4", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=4")]
    [InlineData("auto", "CI_NODE_INDEX is 'x', which is no whole number", "CI_NODE_INDEX=x", "CI_NODE_TOTAL=4")]
    [InlineData("auto", "CI_NODE_INDEX is 0, which is no number of one of 4 shards, counted from 1", "CI_NODE_INDEX=0", "CI_NODE_TOTAL=4")]
    [InlineData("auto", "CI_NODE_INDEX is 5, which is no number of one of 4 shards, counted from 1", "CI_NODE_INDEX=5", "CI_NODE_TOTAL=4")]
    [InlineData("auto", "CI_NODE_TOTAL is 0; there are 1 to 10000 shards", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=0")]
    [InlineData("auto", "counted from 1 in steps of 2", "SLURM_ARRAY_TASK_ID=4", "SLURM_ARRAY_TASK_COUNT=3", "SLURM_ARRAY_TASK_MIN=1", "SLURM_ARRAY_TASK_STEP=2")]
    [InlineData("auto", "counted from 1", "SLURM_ARRAY_TASK_ID=9", "SLURM_ARRAY_TASK_COUNT=3", "SLURM_ARRAY_TASK_MIN=1", "SLURM_ARRAY_TASK_STEP=1")]
    public void What_the_environment_does_not_tell_is_said(string text, string message, params string[] variables)
        => Assert.Contains(message, Assert.Throws<SettingException>(() => Auto(text, variables)).Message, StringComparison.Ordinal);

    private static ShardNumber Auto(string text, string[] variables)
    {
        var set = variables.Select(variable => variable.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return ShardNumber.Parse(text, "--shard", set.GetValueOrDefault);
    }
}

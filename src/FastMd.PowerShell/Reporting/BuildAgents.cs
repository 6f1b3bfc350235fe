namespace FastMd.PowerShell.Reporting;

/// <summary>Finds out which agent it is.</summary>
internal static class BuildAgents
{
    public static BuildAgent Current
        => IsSet("GITHUB_ACTIONS") ? BuildAgent.GitHubActions
            : IsSet("TF_BUILD") ? BuildAgent.AzurePipelines
            : BuildAgent.None;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

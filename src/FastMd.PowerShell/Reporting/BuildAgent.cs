namespace FastMd.PowerShell.Reporting;

/// <summary>The build agent a script runs on, and how it wants to be told of diagnostics.</summary>
internal enum BuildAgent
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>Azure Pipelines.</summary>
    AzurePipelines,

    /// <summary>GitHub Actions.</summary>
    GitHubActions,
}

namespace FastMd.Cli.Diagnostics;

/// <summary>The form diagnostics are written in.</summary>
internal enum DiagnosticFormat
{
    /// <summary>Lines for people, as compilers write them.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,

    /// <summary>Logging commands of Azure Pipelines.</summary>
    Azure,

    /// <summary>One SARIF 2.1.0 document.</summary>
    Sarif,
}

namespace FastMd.Engine.Health;

/// <summary>How well something is.</summary>
internal enum HealthStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Conversion works; something may make it slower or less safe.</summary>
    Warning,

    /// <summary>Conversion will fail.</summary>
    Problem,
}

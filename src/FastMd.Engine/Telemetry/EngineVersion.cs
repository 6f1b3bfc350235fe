namespace FastMd.Engine.Telemetry;

/// <summary>Which version says so.</summary>
internal static class EngineVersion
{
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);
}

namespace FastMd.Tests.Unit.Workflows;

/// <summary>A step of a pipeline.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Script">What it runs; null where it uses an action or a task.</param>
/// <param name="IsPowerShell">Whether PowerShell runs the script.</param>
/// <param name="Settings">Everything it says.</param>
internal sealed record AgentStep(string Name, string? Script, bool IsPowerShell, IReadOnlyDictionary<string, object> Settings)
{
    private static readonly string[] PowerShellKeys = ["pwsh", "powershell"];
    private static readonly string[] ScriptKeys = ["run", "script", "bash", .. PowerShellKeys];

    public static AgentStep Of(object step)
    {
        var settings = AgentPipeline.Mapping(step);
        var key = ScriptKeys.FirstOrDefault(settings.ContainsKey);
        return new(
            Text("name") ?? Text("displayName") ?? key ?? "",
            key is null ? null : Text(key),
            PowerShellKeys.Contains(key) || Text("shell") == "pwsh",
            settings);

        string? Text(string name) => settings.GetValueOrDefault(name) as string;
    }
}

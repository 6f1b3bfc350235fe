using System.Management.Automation;
using FastMd.Engine.Configuration;

namespace FastMd.PowerShell.Parameters;

/// <summary>The settings in force for a cmdlet: its parameters, then the environment, then <c>fastmd.json</c> above <c>$PWD</c>.</summary>
internal sealed class GivenSettings(PSCmdlet cmdlet)
{
    /// <summary>The settings, ready for parameters.</summary>
    public SettingsResolver Settings { get; } = new(
        Environment.GetEnvironmentVariable,
        SettingsFile.FindUpward(cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath),
        cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);

    /// <summary>Takes a parameter down if the user gave it.</summary>
    public void Take<T>(Setting<T> setting, T value)
        where T : notnull
    {
        var parameter = setting.Parameter.TrimStart('-');
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter))
        {
            Settings.Give(setting, value, setting.Parameter);
        }
    }
}

using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results.Settings;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Shows each setting's value, its default and where it came from.</summary>
[Cmdlet(VerbsCommon.Get, "FastMdConfiguration")]
[OutputType(typeof(FastMdSetting))]
public sealed class GetFastMdConfigurationCommand : PSCmdlet
{
    /// <summary>Names of settings; wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SettingNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Directory at or above which <c>fastmd.json</c> is looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var settings = Resolved();
        var wanted = Name.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        foreach (var setting in settings.Where(setting => wanted.Exists(pattern => pattern.IsMatch(setting.Setting.Key))))
        {
            WriteObject(setting.ToShell());
        }

        foreach (var name in Name.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)))
        {
            if (!settings.Any(setting => setting.Setting.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                WriteError(DiagnosticErrors.SettingNotFound(name));
            }
        }
    }

    private IReadOnlyList<ResolvedSetting> Resolved()
    {
        var paths = new PathResolver(this);
        var folder = paths.Required(Path) ?? paths.WorkingDirectory;
        if (!Directory.Exists(folder))
        {
            ThrowTerminatingError(DiagnosticErrors.PathNotFound(folder, new DirectoryNotFoundException($"There is no directory '{folder}'.")));
        }

        try
        {
            return new SettingsResolver(Environment.GetEnvironmentVariable, SettingsFile.FindUpward(folder)).ResolveAll();
        }
        catch (SettingException invalid)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidSetting(invalid));
            return [];
        }
    }
}

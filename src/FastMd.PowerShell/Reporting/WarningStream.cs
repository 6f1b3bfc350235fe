using System.Management.Automation;
using FastMd.Engine.Documents;

namespace FastMd.PowerShell.Reporting;

/// <summary>
/// The shell's stream of warnings. What nobody would get to see is not put together: a tree can have thousands, and most sessions that
/// silence them do so for that.
/// </summary>
internal sealed class WarningStream(PSCmdlet cmdlet)
{
    private readonly Dictionary<string, object> _bound = cmdlet.MyInvocation.BoundParameters;

    /// <summary>
    /// Whether a warning comes to anything. Asked anew for each document: a script block further down the pipeline can change the
    /// preference.
    /// </summary>
    public bool IsRead => _bound.ContainsKey("WarningVariable") || !IsSilent;

    // By -Verbose and -Debug the shell shows warnings whatever the preference is.
    private bool IsSilent
        => _bound.TryGetValue("WarningAction", out var action) ? IsSilence(action)
            : !_bound.ContainsKey("Verbose") && !_bound.ContainsKey("Debug") && IsSilence(cmdlet.SessionState.PSVariable.GetValue("WarningPreference"));

    /// <summary>Writes a warning about a document.</summary>
    public void Write(string path, Diagnostic warning) => cmdlet.WriteWarning(warning.Format(path));

    private static bool IsSilence(object? preference)
        => LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
            && action is ActionPreference.SilentlyContinue or ActionPreference.Ignore;
}

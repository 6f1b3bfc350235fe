using System.Management.Automation;

namespace FastMd.PowerShell.Reporting;

/// <summary>A line on the information stream that the host shows whatever <c>$InformationPreference</c> says.</summary>
internal static class HostLine
{
    public static void Write(Cmdlet cmdlet, string text)
        => cmdlet.WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
}

namespace FastMd.PowerShell.Results.Settings;

/// <summary>Who decided on a setting's value.</summary>
public enum FastMdSettingOrigin
{
    /// <summary>Nobody: it is the default.</summary>
    Default,

    /// <summary>The resource profile in force.</summary>
    ResourceProfile,

    /// <summary><c>fastmd.json</c>.</summary>
    File,

    /// <summary>The environment variable.</summary>
    Environment,
}

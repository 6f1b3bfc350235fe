namespace FastMd.Engine.Configuration;

/// <summary>Who decided on a setting's value.</summary>
internal enum SettingOrigin
{
    /// <summary>Nobody: it is the default.</summary>
    Default,

    /// <summary>The resource profile in force.</summary>
    ResourceProfile,

    /// <summary><c>fastmd.json</c>.</summary>
    File,

    /// <summary>The environment variable.</summary>
    Environment,

    /// <summary>The caller, by a parameter or option.</summary>
    Given,
}

namespace FastMd.Engine.Configuration;

/// <summary>A setting's value, and where it came from.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Origin">Who decided on it.</param>
/// <param name="Source">
/// The parameter or option, the variable, <c>path(line,col)</c> in the file, or the profile's name; empty for the default.
/// </param>
internal sealed record ResolvedSetting(Setting Setting, object Value, SettingOrigin Origin, string Source)
{
    /// <summary>The value, as the environment would give it.</summary>
    public string Text => Setting.TextOf(Value);

    /// <summary>The value, as it would be written in <c>fastmd.json</c>.</summary>
    public string Json => Setting.JsonOf(Value);
}

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

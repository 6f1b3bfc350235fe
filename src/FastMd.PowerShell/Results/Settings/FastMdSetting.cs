namespace FastMd.PowerShell.Results.Settings;

/// <summary>A setting's value, and where it came from.</summary>
public sealed record FastMdSetting
{
    /// <summary>Name, and key in <c>fastmd.json</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value in force: a number, true or false, a text, or an array of them.</summary>
    public required object Value { get; init; }

    /// <summary>The value where nobody says anything.</summary>
    public required object Default { get; init; }

    /// <summary>Who decided on the value.</summary>
    public FastMdSettingOrigin Origin { get; init; }

    /// <summary>The variable, <c>path(line,col)</c> in the file, or the profile's name; null for the default.</summary>
    public string? Source { get; init; }

    /// <summary>What may be given, in words.</summary>
    public required string Allowed { get; init; }

    /// <summary>The cmdlets' parameter, with its dash, and the name in it where it takes many settings; null where only the executable has the setting.</summary>
    public string? Parameter { get; init; }

    /// <summary>The executable's option, with its dashes, and the key where it takes any setting.</summary>
    public required string Option { get; init; }

    /// <summary>The environment variable.</summary>
    public required string EnvironmentVariable { get; init; }

    /// <summary>What it means, one sentence.</summary>
    public required string Meaning { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

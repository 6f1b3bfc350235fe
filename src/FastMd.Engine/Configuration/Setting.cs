using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>One row of the table of settings: a name at every door, a default, what is allowed, what it means.</summary>
internal abstract class Setting
{
    /// <summary>The executable's option that any setting can be given by, as <c>KEY=VALUE</c>.</summary>
    public const string GeneralOption = "--set";

    /// <summary>The cmdlets' parameter that any setting can be given by, as a hashtable of keys and values.</summary>
    public const string GeneralParameter = "-Setting";

    private protected Setting(string key, string? parameter, string? option, string environmentVariable, string meaning)
    {
        Key = key;
        Parameter = parameter ?? $"{GeneralParameter} {key}";
        Option = option ?? $"{GeneralOption} {key}";
        HasOwnParameter = parameter is { Length: > 0 };
        HasOwnOption = option is not null;
        EnvironmentVariable = environmentVariable;
        Meaning = meaning;
    }

    /// <summary>Canonical name, and the key in <c>fastmd.json</c>.</summary>
    public string Key { get; }

    /// <summary>The cmdlets' parameter, with its dash, and the name in it where it takes many settings; empty where only the executable has the setting.</summary>
    public string Parameter { get; }

    /// <summary>Whether that parameter is there for this setting, or for settings of its kind.</summary>
    public bool HasOwnParameter { get; }

    /// <summary>The executable's option, with its dashes, and the key where it takes any setting.</summary>
    public string Option { get; }

    /// <summary>Whether that option is there for this setting alone.</summary>
    public bool HasOwnOption { get; }

    /// <summary>The environment variable.</summary>
    public string EnvironmentVariable { get; }

    /// <summary>What it means, one sentence.</summary>
    public string Meaning { get; }

    /// <summary>Whether a value is a command that is run: none is taken from a file, which may come with the documents.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether a value is the path of a file; see <see cref="SettingsResolver.GetPath"/>.</summary>
    public abstract bool IsPath { get; }

    /// <summary>What may be given, in words.</summary>
    public abstract string Allowed { get; }

    /// <summary>The default, as the environment would give it.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The default, as it would be written in <c>fastmd.json</c>.</summary>
    public string DefaultJson => JsonOf(DefaultValue);

    /// <summary>The default itself.</summary>
    public abstract object DefaultValue { get; }

    /// <inheritdoc/>
    public override string ToString() => Key;

    /// <summary>Reads and checks a value.</summary>
    /// <exception cref="SettingException">It is none, or out of bounds.</exception>
    internal abstract object ParseAny(string text, string origin);

    /// <inheritdoc cref="ParseAny(string, string)"/>
    internal abstract object ParseAny(JsonElement json, string origin);

    /// <summary>A value as the environment would give it.</summary>
    internal abstract string TextOf(object value);

    /// <summary>A value as it would be written in <c>fastmd.json</c>.</summary>
    internal string JsonOf(object value) => JsonText.Of(json => Write(json, value));

    internal abstract void Write(Utf8JsonWriter json, object value);

    /// <summary>The members of a JSON schema that say what is allowed.</summary>
    internal abstract void WriteSchema(Utf8JsonWriter json);
}

/// <summary>A setting whose values are of one type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class Setting<T> : Setting
    where T : notnull
{
    private readonly SettingType<T> _type;

    /// <param name="key">Canonical name.</param>
    /// <param name="parameter">The cmdlets' parameter; null where it has none of its own, empty where it is none of theirs.</param>
    /// <param name="option">The executable's option; null where it has none of its own.</param>
    /// <param name="environmentVariable">The environment variable.</param>
    /// <param name="type">How values are read, checked and written.</param>
    /// <param name="defaultValue">The value where nobody says anything.</param>
    /// <param name="meaning">What it means, one sentence.</param>
    internal Setting(string key, string? parameter, string? option, string environmentVariable, SettingType<T> type, T defaultValue, string meaning)
        : base(key, parameter, option, environmentVariable, meaning)
    {
        _type = type;
        Default = defaultValue;
    }

    /// <summary>The value where nobody says anything.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override bool IsPath => _type is FilePath;

    /// <inheritdoc/>
    public override string Allowed => _type.Allowed;

    /// <inheritdoc/>
    public override string DefaultText => _type.Format(Default);

    /// <summary>Checks a value that has the right type already.</summary>
    /// <exception cref="SettingException">It is out of bounds.</exception>
    internal T Check(T value, string origin)
        => _type.IsValid(value) ? value : throw SettingException.NotAllowed(this, _type.Format(value), origin);

    /// <inheritdoc/>
    public override object DefaultValue => Default;

    internal override object ParseAny(string text, string origin)
        => _type.TryParse(text, out var value) && _type.IsValid(value)
            ? value
            : throw SettingException.NotAllowed(this, text, origin);

    internal override object ParseAny(JsonElement json, string origin)
    {
        try
        {
            if (_type.TryRead(json, out var value) && _type.IsValid(value))
            {
                return value;
            }
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, and no text.
        }

        throw SettingException.NotAllowed(this, json.GetRawText(), origin);
    }

    internal override string TextOf(object value) => _type.Format((T)value);

    internal override void Write(Utf8JsonWriter json, object value) => _type.Write(json, (T)value);

    internal override void WriteSchema(Utf8JsonWriter json) => _type.WriteSchema(json);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>How a setting's values are read, checked and written.</summary>
internal abstract class SettingType<T>
    where T : notnull
{
    public abstract string Allowed { get; }

    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    public abstract bool TryRead(JsonElement json, [MaybeNullWhen(false)] out T value);

    public virtual bool IsValid(T value) => true;

    /// <summary>A value as the environment would give it.</summary>
    public abstract string Format(T value);

    /// <summary>A value as <c>fastmd.json</c> would hold it.</summary>
    public virtual void Write(Utf8JsonWriter json, T value) => json.WriteStringValue(Format(value));

    /// <summary>The members of a JSON schema that say what is allowed.</summary>
    public abstract void WriteSchema(Utf8JsonWriter json);
}

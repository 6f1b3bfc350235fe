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

    public abstract string Format(T value);
}

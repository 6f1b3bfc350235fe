using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>The profiles that requests asked for, so that a thousand requests with the same options make one.</summary>
/// <param name="settings">Makes a resolver with the settings of the process.</param>
/// <param name="basePath">Absolute path of the first root.</param>
internal sealed class ProfileCache(Func<SettingsResolver> settings, string basePath)
{
    // Clients have a handful. Those that make up new ones without end get no more memory for it.
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, ConversionProfile> _profiles = new(StringComparer.Ordinal);

    /// <summary>The settings of the process, and what a client set for itself.</summary>
    /// <param name="configured">The client's settings.</param>
    /// <exception cref="SettingException">A setting is unknown, or has a value it may not have.</exception>
    public SettingsResolver Resolve(IReadOnlyDictionary<string, JsonElement> configured)
    {
        var resolver = settings();
        Give(resolver, configured, "settings");
        return resolver;
    }

    /// <summary>The profile that a client's settings and the options of a request ask for.</summary>
    /// <param name="configured">The client's settings.</param>
    /// <param name="options">Options of the request, those that matter most last; each may be null.</param>
    /// <exception cref="RpcException">An option or a setting is not allowed.</exception>
    public ConversionProfile Get(IReadOnlyDictionary<string, JsonElement> configured, params ReadOnlySpan<TransformOptions?> options)
    {
        var key = KeyOf(configured, options);
        if (_profiles.TryGetValue(key, out var known) && known.IsCurrent)
        {
            return known;
        }

        try
        {
            var resolver = Resolve(configured);
            foreach (var given in options)
            {
                Give(resolver, given);
            }

            if (_profiles.Count >= Most)
            {
                _profiles.Clear();
            }

            return _profiles[key] = ConversionProfile.From(resolver, basePath);
        }
        catch (SettingException invalid)
        {
            throw new RpcException(RpcErrors.InvalidParams, invalid.Message, innerException: invalid);
        }
    }

    private static void Give(SettingsResolver resolver, TransformOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Give(resolver, options.Settings ?? [], "options.settings");
        if (options.Target is { } target)
        {
            resolver.GiveText(SettingsTable.To, target, "options.target");
        }

        if (options.Mode is { } mode)
        {
            resolver.Give(SettingsTable.Development, IsDevelopment(mode), "options.mode");
        }

        if (options.Sourcemap is { } isWanted)
        {
            resolver.Give(SettingsTable.SourceMap, isWanted, "options.sourcemap");
        }
    }

    private static bool IsDevelopment(string mode) => mode switch
    {
        "development" => true,
        "production" => false,
        _ => throw new RpcException(RpcErrors.InvalidParams, "options.mode: it must be development or production."),
    };

    private static void Give(SettingsResolver resolver, IReadOnlyDictionary<string, JsonElement> given, string place)
    {
        foreach (var (key, value) in given)
        {
            var origin = $"{place}.{key}";
            var setting = SettingsTable.Find(key) ?? throw SettingException.Unknown(key, place);
            ProcessSettings.Refuse(setting, origin);
            resolver.GiveJson(setting, value, origin);
        }
    }

    private static string KeyOf(IReadOnlyDictionary<string, JsonElement> configured, ReadOnlySpan<TransformOptions?> options)
    {
        var key = new StringBuilder();
        Append(key, configured);
        foreach (var given in options)
        {
            Append(key, given?.Target);
            Append(key, given?.Mode);
            key.Append(given?.Sourcemap);
            Append(key, given?.Settings ?? []);
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, IReadOnlyDictionary<string, JsonElement> settings)
    {
        foreach (var (name, value) in settings)
        {
            Append(key, name);
            Append(key, value.GetRawText());
        }

        key.Append(';');
    }

    /// <summary>Appends a text with its length before it, so that no two lists of texts have one key.</summary>
    private static void Append(StringBuilder key, string? text) => key.Append(text?.Length ?? -1).Append(':').Append(text);
}

using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Methods about the conversation itself.</summary>
/// <param name="version">Version of the product.</param>
/// <param name="maximumMessageBytes">Bytes that a message may have.</param>
/// <param name="profiles">Knows the settings of the process.</param>
/// <param name="roots">Where files may be read.</param>
/// <param name="engine">The engine.</param>
internal sealed class SessionMethods(string version, int maximumMessageBytes, ProfileCache profiles, Roots roots, SharedEngine engine)
{
    private const int ProtocolVersion = 1;

    public static Task<RpcAnswer> PingAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        return Task.FromResult(RpcAnswer.Of(static json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("pong"u8, true);
            json.WriteEndObject();
        }));
    }

    public static Task<RpcAnswer> ShutdownAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        request.Session.IsShuttingDown = true;
        return Task.FromResult(RpcAnswer.Of(static json => json.WriteNullValue()));
    }

    public Task<RpcAnswer> InitializeAsync(RpcRequest request, IReadOnlyCollection<string> methods)
    {
        var parameters = request.Read(RpcJson.Default.InitializeParameters);
        if (parameters.ProtocolVersion is { } wanted && wanted != ProtocolVersion)
        {
            throw new RpcException(RpcErrors.InvalidParams, $"protocolVersion: {wanted} is not spoken here; this is version {ProtocolVersion}.");
        }

        var settings = Configure(request.Session, parameters.Settings ?? []);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("protocolVersion"u8, ProtocolVersion);
            json.WriteStartObject("serverInfo"u8);
            json.WriteString("name"u8, "fastmd"u8);
            json.WriteString("version"u8, version);
            json.WriteEndObject();
            WriteCapabilities(json, methods);
            WriteSettings(json, settings);
            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> ConfigureAsync(RpcRequest request)
    {
        var settings = Configure(request.Session, request.Read(RpcJson.Default.ConfigureParameters).Settings);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            WriteSettings(json, settings);
            json.WriteEndObject();
        }));
    }

    private static void WriteSettings(Utf8JsonWriter json, IEnumerable<ResolvedSetting> settings)
    {
        json.WriteStartObject("settings"u8);
        foreach (var setting in settings.Where(static setting => setting.Origin != SettingOrigin.Default))
        {
            json.WritePropertyName(setting.Setting.Key);
            json.WriteRawValue(setting.Json);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Takes settings of a client, or none of them where one is not allowed.</summary>
    private IReadOnlyList<ResolvedSetting> Configure(RpcSession session, Dictionary<string, JsonElement> given)
    {
        var settings = new Dictionary<string, JsonElement>(session.Settings);
        foreach (var (key, value) in given)
        {
            _ = settings.Remove(key);
            if (value.ValueKind != JsonValueKind.Null)
            {
                settings.Add(key, value);
            }
        }

        try
        {
            var resolved = profiles.Resolve(settings).ResolveAll();
            session.Settings = settings;
            return resolved;
        }
        catch (SettingException invalid)
        {
            throw new RpcException(RpcErrors.InvalidParams, invalid.Message, innerException: invalid);
        }
    }

    private void WriteCapabilities(Utf8JsonWriter json, IReadOnlyCollection<string> methods)
    {
        json.WriteStartObject("capabilities"u8);
        WriteList(json, "targets", TargetList.Names);
        WriteList(json, "methods", methods);
        WriteList(json, "roots", roots.Paths);
        json.WriteNumber("maximumMessageBytes"u8, maximumMessageBytes);
        json.WriteNumber("maximumNesting"u8, Envelope.MaximumNesting);
        json.WriteNumber("workers"u8, engine.Workers);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Messages;

/// <summary>The parameters there are, with readers that the compiler generates.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = Envelope.MaximumNesting)]
[JsonSerializable(typeof(InitializeParameters))]
[JsonSerializable(typeof(ConfigureParameters))]
[JsonSerializable(typeof(TransformParameters))]
[JsonSerializable(typeof(TransformBatchParameters))]
[JsonSerializable(typeof(CancelBatchParameters))]
[JsonSerializable(typeof(NormalizeParameters))]
[JsonSerializable(typeof(ComputeDigestParameters))]
[JsonSerializable(typeof(CacheSetParameters))]
[JsonSerializable(typeof(CacheKeyParameters))]
[JsonSerializable(typeof(NoParameters))]
internal sealed partial class RpcJson : JsonSerializerContext
{
    /// <summary>Reads parameters.</summary>
    /// <param name="json">Them; empty where there are none.</param>
    /// <param name="type">What they should be.</param>
    /// <exception cref="RpcException">They are something else.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
        where T : class, IParameters
    {
        try
        {
            var parameters = JsonSerializer.Deserialize(json.IsEmpty ? "{}"u8 : json.Span, type)!;
            return parameters.NullMember is not { } member ? parameters
                : throw new RpcException(RpcErrors.InvalidParams, $"params.{member}: it must not be null.");
        }
        catch (JsonException invalid)
        {
            // The library says what type of ours it was, which is nobody's business.
            var place = invalid.Path is { Length: > 0 } path and not "$" ? $"params{path[1..]}" : "params";
            throw new RpcException(RpcErrors.InvalidParams, $"{place}: {Reason(invalid)}", innerException: invalid);
        }
    }

    private static string Reason(JsonException invalid) => invalid.Message switch
    {
        var message when message.Contains("missing required properties", StringComparison.Ordinal) => $"missing: {message[(message.LastIndexOf(':') + 1)..].Trim()}",
        var message when message.Contains("could not be mapped", StringComparison.Ordinal) => $"{message.Split('\'')[1]} is not a parameter.",
        _ => "a value is missing, or is of the wrong type.",
    };
}

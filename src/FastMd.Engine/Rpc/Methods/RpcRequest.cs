using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>A request that runs.</summary>
/// <param name="id">Its id.</param>
/// <param name="parameters">Its parameters, as JSON.</param>
/// <param name="line">The line that they are in.</param>
/// <param name="session">Its client.</param>
/// <param name="cancellation">Cancelled when it is not to be answered any more but by an error.</param>
internal sealed class RpcRequest(RequestId id, ReadOnlyMemory<byte> parameters, Line line, RpcSession session, CancellationToken cancellation)
{
    /// <summary>Its id.</summary>
    public RequestId Id => id;

    /// <summary>Its client.</summary>
    public RpcSession Session => session;

    /// <summary>The settings that the client had given when it sent the request, by their keys.</summary>
    public IReadOnlyDictionary<string, JsonElement> Settings { get; } = session.Settings;

    /// <summary>Cancelled when it is not to be answered any more but by an error.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Reads its parameters, once: then the line is given back.</summary>
    /// <param name="type">What they should be.</param>
    /// <exception cref="RpcException">They are something else.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class, IParameters
    {
        using (line)
        {
            return RpcJson.Read(parameters, type);
        }
    }
}

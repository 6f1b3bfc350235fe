using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Rpc.Caching;
using FastMd.Engine.Rpc.Messages;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Methods about the cache on disk.</summary>
/// <param name="cache">The cache.</param>
internal sealed class CacheMethods(DiskCache cache)
{
    public Task<RpcAnswer> GetAsync(RpcRequest request)
    {
        var value = cache.Get(request.Read(RpcJson.Default.CacheKeyParameters).Key);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("found"u8, value is not null);
            if (value is { } found)
            {
                json.WritePropertyName("value"u8);
                json.WriteRawValue(found.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> SetAsync(RpcRequest request)
    {
        var parameters = request.Read(RpcJson.Default.CacheSetParameters);
        var value = Encoding.UTF8.GetBytes(parameters.Value.GetRawText());
        var key = parameters.Key ?? Sha256Hex.Of(value);
        cache.Set(key, value);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("key"u8, key);
            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> DeleteAsync(RpcRequest request)
    {
        var isDeleted = cache.Delete(request.Read(RpcJson.Default.CacheKeyParameters).Key);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("deleted"u8, isDeleted);
            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> ClearAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        var removed = cache.Clear();
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("removed"u8, removed);
            json.WriteEndObject();
        }));
    }

    public Task<RpcAnswer> StatsAsync(RpcRequest request)
    {
        request.Read(RpcJson.Default.NoParameters);
        var statistics = cache.Statistics();
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("directory"u8, statistics.Directory);
            json.WriteNumber("entries"u8, statistics.Entries);
            json.WriteNumber("bytes"u8, statistics.Bytes);
            json.WriteNumber("maximumBytes"u8, statistics.MaximumBytes);
            json.WriteNumber("hits"u8, statistics.Hits);
            json.WriteNumber("misses"u8, statistics.Misses);
            json.WriteNumber("evictions"u8, statistics.Evictions);
            json.WriteNumber("corrupt"u8, statistics.Corrupt);
            json.WriteEndObject();
        }));
    }
}

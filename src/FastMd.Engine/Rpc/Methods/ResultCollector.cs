using System.Buffers;
using System.Text.Json;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Collects the outcomes of a batch as an array of JSON, on disk where they are many.</summary>
internal sealed class ResultCollector : IDisposable
{
    private readonly SpoolBuffer _results = new();
    private readonly ArrayBufferWriter<byte> _one = new();
    private readonly Utf8JsonWriter _json;

    public ResultCollector() => _json = new(_one, MessageWriter.Options);

    /// <summary>Adds an outcome.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public Task AddAsync(int index, BatchOutcome outcome)
    {
        _json.WriteStartObject();
        ResultJson.WriteOfBatch(_json, index, outcome);
        _json.WriteEndObject();
        _json.Flush();
        _results.Append(_results.Length == 0 ? "["u8 : ","u8);
        _results.Append(_one.WrittenSpan);
        _one.ResetWrittenCount();
        _json.Reset();
        return Task.CompletedTask;
    }

    /// <summary>The array. Whoever has it disposes it.</summary>
    public SpoolBuffer End()
    {
        _results.Append(_results.Length == 0 ? "[]"u8 : "]"u8);
        _json.Dispose();
        return _results;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _results.Dispose();
    }
}

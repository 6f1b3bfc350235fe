using System.Collections.Concurrent;
using System.Text.Json;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>What the methods know of a client: what it set, what of its runs, and how to tell it something.</summary>
/// <param name="writer">Writes to it.</param>
internal sealed class RpcSession(MessageWriter writer)
{
    private IReadOnlyDictionary<string, JsonElement> _settings = new Dictionary<string, JsonElement>();

    /// <summary>The settings it gave, by their keys.</summary>
    public IReadOnlyDictionary<string, JsonElement> Settings
    {
        get => Volatile.Read(ref _settings);
        set => Volatile.Write(ref _settings, value);
    }

    /// <summary>Its batches that run, by what they are called.</summary>
    public ConcurrentDictionary<string, BatchRun> Batches { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes to it.</summary>
    public MessageWriter Writer => writer;

    /// <summary>Whether it said <c>shutdown</c>.</summary>
    public bool IsShuttingDown { get; set; }
}

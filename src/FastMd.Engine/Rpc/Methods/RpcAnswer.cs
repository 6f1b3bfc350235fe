using System.Text.Json;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>What a request is answered with. It holds what it writes until it is disposed.</summary>
internal sealed class RpcAnswer : IDisposable
{
    private readonly Func<MessageWriter, RequestId, Task> _write;
    private readonly IDisposable? _held;

    private RpcAnswer(Func<MessageWriter, RequestId, Task> write, IDisposable? held = null)
    {
        _write = write;
        _held = held;
    }

    /// <summary>A result.</summary>
    /// <param name="write">Writes it.</param>
    /// <param name="held">What it is written from, if that is to be disposed of.</param>
    public static RpcAnswer Of(Action<Utf8JsonWriter> write, IDisposable? held = null)
        => new((writer, id) => writer.WriteResultAsync(id, write), held);

    /// <summary>A result, the last member of which was collected.</summary>
    /// <param name="write">Writes the members before it.</param>
    /// <param name="last">Its name.</param>
    /// <param name="collected">Its value, as JSON.</param>
    public static RpcAnswer Of(Action<Utf8JsonWriter> write, string last, SpoolBuffer collected)
        => new((writer, id) => writer.WriteResultAsync(id, write, last, collected), collected);

    /// <summary>An error.</summary>
    public static RpcAnswer Of(RpcException error) => new((writer, id) => writer.WriteErrorAsync(id, error));

    /// <summary>Writes it.</summary>
    /// <param name="writer">Writes to the client.</param>
    /// <param name="id">Id of the request.</param>
    /// <exception cref="IOException">The client is gone.</exception>
    public Task WriteAsync(MessageWriter writer, RequestId id) => _write(writer, id);

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>
/// Writes messages, a line each. Who writes waits until its message has gone to the reader, or another is written right after it: so a slow reader
/// slows down those who have something to say, and nothing piles up here.
/// </summary>
/// <param name="output">Where they go to.</param>
internal sealed class MessageWriter(PipeWriter output) : IDisposable
{
    // More than that is not left to the next message to send.
    private const int MostUnsent = 64 * 1024;

    /// <summary>How JSON is written into messages.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private bool _isBroken;

    /// <summary>Writes the answer to a request.</summary>
    /// <param name="id">The request's id; null where it is not known.</param>
    /// <param name="write">Writes the result.</param>
    /// <exception cref="IOException">The reader is gone.</exception>
    public Task WriteResultAsync(RequestId? id, Action<Utf8JsonWriter> write) => WriteAsync(json =>
    {
        WriteHead(json, id);
        json.WritePropertyName("result"u8);
        write(json);
    });

    /// <summary>Writes the answer to a request whose result holds what was collected.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="write">Writes the members of the result but for the last one.</param>
    /// <param name="last">Name of the last one.</param>
    /// <param name="collected">Its value, as JSON.</param>
    /// <exception cref="IOException">The reader is gone, or what was collected cannot be read.</exception>
    public Task WriteResultAsync(RequestId id, Action<Utf8JsonWriter> write, string last, SpoolBuffer collected) => InTurnAsync(async () =>
    {
        var json = Begin();
        await using (json.ConfigureAwait(false))
        {
            WriteHead(json, id);
            json.WriteStartObject("result"u8);
            write(json);
            json.WritePropertyName(last);
        }

        await collected.CopyToAsync(async piece =>
        {
            output.Write(piece.Span);
            await SendAsync().ConfigureAwait(false);
        }).ConfigureAwait(false);
        output.Write("}}\n"u8);
    });

    /// <summary>Writes an error.</summary>
    /// <param name="id">The request's id; null where it is not known.</param>
    /// <param name="error">The error.</param>
    /// <exception cref="IOException">The reader is gone.</exception>
    public Task WriteErrorAsync(RequestId? id, RpcException error) => WriteAsync(json =>
    {
        WriteHead(json, id);
        json.WriteStartObject("error"u8);
        json.WriteNumber("code"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        if (error.WriteData is { } writeData)
        {
            json.WritePropertyName("data"u8);
            writeData(json);
        }

        json.WriteEndObject();
    });

    /// <summary>Writes a notification.</summary>
    /// <param name="method">Name of the method.</param>
    /// <param name="write">Writes the parameters.</param>
    /// <exception cref="IOException">The reader is gone.</exception>
    public Task WriteNotificationAsync(string method, Action<Utf8JsonWriter> write) => WriteAsync(json =>
    {
        json.WriteString("jsonrpc"u8, "2.0"u8);
        json.WriteString("method"u8, method);
        json.WritePropertyName("params"u8);
        write(json);
    });

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static void WriteHead(Utf8JsonWriter json, RequestId? id)
    {
        json.WriteString("jsonrpc"u8, "2.0"u8);
        json.WritePropertyName("id"u8);
        if (id is null)
        {
            json.WriteNullValue();
        }
        else
        {
            id.WriteTo(json);
        }
    }

    private Task WriteAsync(Action<Utf8JsonWriter> write) => InTurnAsync(() =>
    {
        using (var json = Begin())
        {
            write(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return Task.CompletedTask;
    });

    private Utf8JsonWriter Begin()
    {
        var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        return json;
    }

    private async Task InTurnAsync(Func<Task> write)
    {
        Interlocked.Increment(ref _waiting);
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var isDone = false;
        try
        {
            if (_isBroken)
            {
                throw new IOException("The reader is gone.");
            }

            await write().ConfigureAwait(false);

            // Whoever comes last sends what the others left.
            if (Interlocked.Decrement(ref _waiting) == 0 || output.UnflushedBytes > MostUnsent)
            {
                await SendAsync().ConfigureAwait(false);
            }

            isDone = true;
        }
        finally
        {
            _isBroken |= !isDone;
            _turn.Release();
        }
    }

    private async Task SendAsync()
    {
        if ((await output.FlushAsync().ConfigureAwait(false)).IsCompleted)
        {
            throw new IOException("The reader is gone.");
        }
    }
}

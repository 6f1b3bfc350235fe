using System.Collections.Concurrent;
using System.IO.Pipelines;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Methods;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc;

/// <summary>A client: reads its messages, runs its requests in parallel, and sees that each is answered exactly once.</summary>
internal sealed class RpcConnection : IDisposable
{
    // Requests in hand: beyond, the client is not read from until some are answered.
    private const int MostRequests = 1024;
    private const long MostBytes = 64 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    private readonly MethodTable _methods;
    private readonly RpcServerOptions _options;
    private readonly PipeReader _input;
    private readonly LineReader _lines;
    private readonly PipeWriter _output;
    private readonly MessageWriter _writer;
    private readonly RpcSession _session;
    private readonly WaitingRoom _requests = new(MostRequests, MostBytes);
    private readonly ConcurrentDictionary<RequestId, CancellationTokenSource> _running = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationTokenSource _ends;
    private readonly Action _onLost;
    private bool _exits;

    public RpcConnection(MethodTable methods, Stream input, Stream output, RpcServerOptions options, Action onLost, CancellationToken cancellation)
    {
        _onLost = onLost;
        _methods = methods;
        _options = options;
        _input = PipeReader.Create(input, new(bufferSize: BufferBytes, leaveOpen: true));
        _lines = new(_input, options.MaximumMessageBytes);
        _output = PipeWriter.Create(output, new(minimumBufferSize: BufferBytes, leaveOpen: true));
        _writer = new(_output);
        _session = new(_writer);
        _ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _gone.Token);
    }

    /// <summary>Serves the client to its end.</summary>
    public async Task<RpcEnding> RunAsync()
    {
        try
        {
            await ReadAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ends.IsCancellationRequested)
        {
            // Nobody reads any more; what runs ends soon.
        }
        catch (IOException)
        {
            Lose();
        }

        await _requests.EmptyAsync().ConfigureAwait(false);
        await _input.CompleteAsync().ConfigureAwait(false);
        return _gone.IsCancellationRequested ? RpcEnding.ClientGone
            : _ends.IsCancellationRequested ? RpcEnding.Cancelled
            : !_exits ? RpcEnding.EndOfInput
            : _session.IsShuttingDown ? RpcEnding.Exit
            : RpcEnding.ExitWithoutShutdown;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _writer.Dispose();
        _ends.Dispose();
        _gone.Dispose();
    }

    private async Task ReadAsync()
    {
        while (!_exits && await _lines.ReadAsync(_ends.Token).ConfigureAwait(false) is { } line)
        {
            if (line.Refusal is { } refusal)
            {
                await RefuseAsync(null, refusal).ConfigureAwait(false);
                continue;
            }

            RequestId? id = null;
            try
            {
                var envelope = Envelope.Read(line.Bytes, out id);
                if (envelope.Id is null)
                {
                    using (line)
                    {
                        Notice(envelope);
                    }
                }
                else
                {
                    await BeginAsync(envelope.Id, envelope, line).ConfigureAwait(false);
                }
            }
            catch (RpcException invalid)
            {
                line.Dispose();
                await RefuseAsync(id, invalid).ConfigureAwait(false);
            }
            catch (Exception unforeseen) when (unforeseen is not (OperationCanceledException or IOException))
            {
                // Whatever a line says, the next one counts again.
                _options.Log($"A line could not be read: {unforeseen}");
                line.Dispose();
                await RefuseAsync(id, new(RpcErrors.InternalError, $"{unforeseen.GetType().Name}: {unforeseen.Message} Please report it, with the line.")).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Runs a request, once there is room for it.</summary>
    private async Task BeginAsync(RequestId id, Envelope envelope, Line line)
    {
        if (_session.IsShuttingDown)
        {
            throw new RpcException(RpcErrors.InvalidRequest, "The server is shutting down: only exit is expected.");
        }

        var method = _methods.Find(envelope.Method)
            ?? throw new RpcException(RpcErrors.MethodNotFound, $"There is no method '{OneLine.Of(envelope.Method)}'; there are: {string.Join(", ", _methods.Names)}.");

        var source = CancellationTokenSource.CreateLinkedTokenSource(_ends.Token);
        if (!_running.TryAdd(id, source))
        {
            source.Dispose();
            throw new RpcException(RpcErrors.InvalidRequest, "The id is that of a request that still runs: every request needs one of its own.");
        }

        await _requests.EnterAsync(_ends.Token).ConfigureAwait(false);
        _requests.Hold(line.Bytes.Length);
        var request = new RpcRequest(id, envelope.Parameters, line, _session, source.Token);
        var length = line.Bytes.Length;

        // What changes how later requests are taken begins before they are read.
        _ = method.BeginsInOrder ? RunAsync(method, request, source, length) : Task.Run(() => RunAsync(method, request, source, length));
    }

    /// <summary>Runs a request. Never throws: it has left the requests in hand when it is over, however it ends.</summary>
    private async Task RunAsync(Method method, RpcRequest request, CancellationTokenSource source, int length)
    {
        var own = KeyValuePair.Create(request.Id, source);
        try
        {
            using var answer = await _methods.RunAsync(method, request).ConfigureAwait(false);

            // Who has the answer may use the id again.
            _running.TryRemove(own);
            await answer.WriteAsync(_writer, request.Id).ConfigureAwait(false);
        }
        catch (IOException)
        {
            Lose();
        }
        catch (Exception unforeseen)
        {
            // Half a message may have been written: what follows would not be understood.
            _options.Log($"An answer could not be written, and the connection is closed: {unforeseen}");
            Lose();
        }
        finally
        {
            _running.TryRemove(own);
            source.Dispose();
            _requests.Leave(length);
        }
    }

    private void Notice(Envelope notification)
    {
        switch (notification.Method)
        {
            case "$/cancelRequest":
                CancelRequest(notification);
                break;
            case "exit":
                _exits = true;
                break;
            default:
                _options.Log($"A notification was ignored: there is none called '{OneLine.Of(notification.Method)}'; a request needs an id.");
                break;
        }
    }

    private void CancelRequest(Envelope notification)
    {
        if (CancelParameters.Read(notification.Parameters) is { } id && _running.TryGetValue(id, out var source))
        {
            try
            {
                source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It was answered meanwhile.
            }
        }
    }

    private async Task RefuseAsync(RequestId? id, RpcException error)
    {
        _methods.CountRefusal();
        await _writer.WriteErrorAsync(id, error).ConfigureAwait(false);
    }

    /// <summary>The client cannot be reached any more: nobody waits for its requests.</summary>
    private void Lose()
    {
        Cancellations.Cancel(_gone);

        // Not every input can be cancelled while somebody waits for it.
        _onLost();
    }
}

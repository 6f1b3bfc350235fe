using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Methods;

namespace FastMd.Engine.Rpc;

/// <summary>
/// Serves clients by JSON-RPC: what they share, which is the engine, the cache and the counts. It knows no transport: a client is a stream of what it
/// says and a stream of what it is told. docs/protocol.md describes the messages.
/// </summary>
internal sealed class RpcServer : IDisposable
{
    private readonly RpcServerOptions _options;
    private readonly SharedEngine _engine;
    private readonly MethodTable _methods;

    /// <summary>A server without clients.</summary>
    /// <param name="options">What it depends on.</param>
    public RpcServer(RpcServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _engine = new(options.Batch, options.Time);
        var roots = new Roots(options.Roots);
        var profiles = new ProfileCache(options.Settings, roots.First);
        var metrics = new RpcMetrics(options.Time);
        _methods = new(
            metrics,
            new SessionMethods(options.Version, options.MaximumMessageBytes, profiles, roots, _engine),
            new TransformMethods(new(_engine, profiles, roots), metrics, options.Time),
            new TextMethods(roots),
            new CacheMethods(new(options.CacheFolder, options.CacheBytes, options.Time)),
            new StateMethods(metrics, _engine, options.Health));
    }

    /// <summary>Cancelled when nothing can be converted any more: only a new process helps.</summary>
    public CancellationToken Exhausted => _engine.Exhausted;

    /// <summary>Serves a client until it says <c>exit</c>, or says no more and all its requests are answered.</summary>
    /// <param name="input">What the client says.</param>
    /// <param name="output">What it is told.</param>
    /// <param name="onLost">Called when the client cannot be told anything any more, while its input may still be waited for.</param>
    /// <param name="cancellation">Cancels its requests, and ends it.</param>
    /// <returns>How it ended.</returns>
    public async Task<RpcEnding> ServeAsync(Stream input, Stream output, Action? onLost = null, CancellationToken cancellation = default)
    {
        using var connection = new RpcConnection(_methods, input, output, _options, onLost ?? (static () => { }), cancellation);
        return await connection.RunAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}

/// <summary>How the service of a client ended.</summary>
internal enum RpcEnding
{
    /// <summary>The client said no more; all its requests were answered.</summary>
    EndOfInput,

    /// <summary>The client said <c>shutdown</c>, then <c>exit</c>.</summary>
    Exit,

    /// <summary>The client said <c>exit</c> without <c>shutdown</c>.</summary>
    ExitWithoutShutdown,

    /// <summary>The client is gone.</summary>
    ClientGone,

    /// <summary>The server was asked to end.</summary>
    Cancelled,
}

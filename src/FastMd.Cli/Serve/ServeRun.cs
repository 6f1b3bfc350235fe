using FastMd.Engine.Rpc;

namespace FastMd.Cli.Serve;

/// <summary>Gives a server its clients: the one on standard input, or those of a pipe.</summary>
/// <param name="server">The server.</param>
/// <param name="environment">The process.</param>
/// <param name="watchReader">Begins to watch whether somebody reads standard output, and calls back when nobody does.</param>
internal sealed class ServeRun(RpcServer server, ProcessEnvironment environment, Action<Action> watchReader)
{
    // A client that does not read its last answers, or a read from standard input that cannot be cancelled, must not keep the process.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // Standard streams block a thread each while they wait.
    private const int BlockedThreads = 4;

    /// <summary>Serves the client on standard input.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ServeAsync(CancellationToken cancellation)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + BlockedThreads, ports);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var serving = server.ServeAsync(environment.Input(), environment.Output(), () => Cancel(ends), ends.Token);
        watchReader(() => Cancel(ends));
        return await EndOf(serving, ends.Token).ConfigureAwait(false) switch
        {
            RpcEnding.ExitWithoutShutdown or RpcEnding.ClientGone => ExitCodes.DocumentsFailed,
            _ => ExitCodes.Success,
        };
    }

    /// <summary>Serves the clients of a named pipe, or of a Unix socket, until it is ended.</summary>
    /// <param name="name">Name of the pipe, or path of the socket.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ListenAsync(string name, CancellationToken cancellation)
    {
        using var listener = ClientListener.Of(OperatingSystem.IsWindows() ? name : environment.Absolute(name));
        var clients = new HashSet<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync(cancellation).ConfigureAwait(false);
                clients.RemoveWhere(static client => client.IsCompleted);
                clients.Add(ServeAsync(client, cancellation));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Task.WhenAny(Task.WhenAll(clients), Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The service ended before its reader did.
        }
    }

    private static async Task<RpcEnding> EndOf(Task<RpcEnding> serving, CancellationToken cancellation)
    {
        var interrupted = new TaskCompletionSource();
        using var registration = cancellation.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), interrupted);
        if (await Task.WhenAny(serving, interrupted.Task).ConfigureAwait(false) != serving)
        {
            await Task.WhenAny(serving, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
        }

        return serving.IsCompleted ? await serving.ConfigureAwait(false) : RpcEnding.Cancelled;
    }

    private async Task ServeAsync(Stream client, CancellationToken cancellation)
    {
        // The next client is waited for while this one is served.
        await Task.Yield();
        await using (client.ConfigureAwait(false))
        {
            await server.ServeAsync(client, client, () => client.Dispose(), cancellation).ConfigureAwait(false);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FastMd.Cluster.Bench.Network;

/// <summary>
/// Passes connections on, what goes through them so much later: each piece is queued with the time it came at. The queue is longer than what
/// can be on the way at any speed of this machine, and so throughput stays.
/// </summary>
internal sealed class DelayProxy : IDisposable
{
    private const int PieceLength = 64 * 1024;
    private const int QueueLength = 8192;

    private readonly TcpListener _listener;
    private readonly IPEndPoint _target;
    private readonly TimeSpan _delay;
    private readonly ConcurrentBag<Socket> _sockets = [];

    /// <param name="address">The address to listen at.</param>
    /// <param name="target">Where connections lead to.</param>
    /// <param name="delay">How long each direction is delayed.</param>
    public DelayProxy(string address, IPEndPoint target, TimeSpan delay)
    {
        _target = target;
        _delay = delay;
        _listener = new(IPAddress.Parse(address), 0);
        _listener.Start();
        Run(Accept);
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private void Accept()
    {
        while (true)
        {
            var near = _listener.AcceptSocket();
            var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(near);
            _sockets.Add(far);
            try
            {
                far.Connect(_target);
            }
            catch (SocketException)
            {
                near.Dispose();
                continue;
            }

            near.NoDelay = far.NoDelay = true;
            Pass(near, far);
            Pass(far, near);
        }
    }

    private void Pass(Socket from, Socket to)
    {
        var queue = new BlockingCollection<Piece>(QueueLength);
        Run(() => Read(from, queue));
        Run(() => Write(queue, to));
    }

    private static void Read(Socket from, BlockingCollection<Piece> queue)
    {
        try
        {
            var buffer = new byte[PieceLength];
            while (from.Receive(buffer) is > 0 and var count)
            {
                queue.Add(new(Stopwatch.GetTimestamp(), buffer[..count]));
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private void Write(BlockingCollection<Piece> queue, Socket to)
    {
        try
        {
            foreach (var piece in queue.GetConsumingEnumerable())
            {
                var left = _delay - Stopwatch.GetElapsedTime(piece.Came);
                if (left > TimeSpan.Zero)
                {
                    _ = Sleep((uint)left.TotalMicroseconds);
                }

                to.Send(piece.Bytes);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side reads no more; the reader goes on until its side ends.
            to.Dispose();
            foreach (var _ in queue.GetConsumingEnumerable())
            {
            }
        }
    }

    private static void Run(Action action) => new Thread(() =>
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // A connection that breaks is the business of its two ends.
        }
    })
    { IsBackground = true }.Start();

    /// <summary>More exact than the runtime's own, which knows whole milliseconds.</summary>
    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);

    private readonly record struct Piece(long Came, byte[] Bytes);
}

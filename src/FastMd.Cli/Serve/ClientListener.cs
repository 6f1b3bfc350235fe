using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.Versioning;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Serve;

/// <summary>Waits for clients of this user on a named pipe, which on Unix is a socket.</summary>
internal abstract class ClientListener : IDisposable
{
    /// <summary>Listens.</summary>
    /// <param name="name">Name of the pipe; on Unix absolute path of the socket.</param>
    /// <exception cref="UsageException">Another server listens there, or something else is there.</exception>
    /// <exception cref="IOException">The socket cannot be made.</exception>
    public static ClientListener Of(string name) => OperatingSystem.IsWindows() ? new NamedPipes(name) : new UnixSocket(name);

    /// <summary>Waits for the next client.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public abstract Task<Stream> AcceptAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();

    private sealed class NamedPipes(string name) : ClientListener
    {
        private NamedPipeServerStream? _next = New(name);

        public override async Task<Stream> AcceptAsync(CancellationToken cancellation)
        {
            var pipe = _next ?? New(name);
            _next = pipe;
            await pipe.WaitForConnectionAsync(cancellation).ConfigureAwait(false);

            // The next one is there before this one can end: the name never vanishes.
            _next = New(name);
            return pipe;
        }

        public override void Dispose() => _next?.Dispose();

        private static NamedPipeServerStream New(string name) => new(
            name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
    }

    [UnsupportedOSPlatform("windows")]
    private sealed class UnixSocket : ClientListener
    {
        private const int Backlog = 128;
        private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(50);
        private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        private readonly string _path;
        private readonly Socket _socket;

        public UnixSocket(string path)
        {
            _path = path;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            RemoveStale(path);
            _socket = NewSocket();
            try
            {
                _socket.Bind(EndPoint(path));

                // Before anybody can connect.
                File.SetUnixFileMode(path, OwnerOnly);
                _socket.Listen(Backlog);
            }
            catch (SocketException failure)
            {
                _socket.Dispose();
                throw new IOException($"--pipe {path}: {failure.Message}", failure);
            }
        }

        public override async Task<Stream> AcceptAsync(CancellationToken cancellation)
        {
            while (true)
            {
                try
                {
                    return new NetworkStream(await _socket.AcceptAsync(cancellation).ConfigureAwait(false), ownsSocket: true);
                }
                catch (SocketException)
                {
                    // It was gone before it was accepted, or there is no file descriptor left for it: the next one may fare better in a while.
                    await Task.Delay(AcceptPause, cancellation).ConfigureAwait(false);
                }
            }
        }

        public override void Dispose()
        {
            _socket.Dispose();
            File.Delete(_path);
        }

        private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        private static UnixDomainSocketEndPoint EndPoint(string path)
        {
            try
            {
                return new(path);
            }
            catch (ArgumentException tooLong)
            {
                throw new UsageException($"--pipe {path}: the path of a socket must be shorter; choose a directory nearer to the root ({tooLong.Message})");
            }
        }

        /// <summary>Removes a socket that a server left behind that was killed.</summary>
        private static void RemoveStale(string path)
        {
            if (!Path.Exists(path))
            {
                return;
            }

            // Only Linux tells a socket from a file before one tries to connect.
            if (OperatingSystem.IsLinux() && !PathKinds.IsSpecial(path))
            {
                throw new UsageException($"--pipe {path}: there is a file or a directory already; choose another path.");
            }

            using var probe = NewSocket();
            try
            {
                probe.Connect(EndPoint(path));
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                File.Delete(path);
                return;
            }

            throw new UsageException($"--pipe {path}: another server listens there; end it, or choose another path.");
        }
    }
}

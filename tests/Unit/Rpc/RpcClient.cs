using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Health;
using FastMd.Engine.Rpc;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Rpc;

/// <summary>A server in this process, and a client of it at the other end of two pipes.</summary>
internal sealed class RpcClient : IAsyncDisposable
{
    private readonly Pipe _input = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _output;
    private readonly RpcServer _server;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly StreamReader _reader;
    private readonly List<JsonElement> _unasked = [];
    private int _lastId;
    private volatile bool _isGone;

    public RpcClient(Func<RpcServerOptions, RpcServerOptions>? change = null, long outputRoom = 0)
    {
        _output = new(new PipeOptions(pauseWriterThreshold: outputRoom, resumeWriterThreshold: Math.Max(1, outputRoom / 2)));
        _reader = new(_output.Reader.AsStream(), Encoding.UTF8);
        var options = new RpcServerOptions
        {
            Version = "1.2.3",
            Settings = static () => new SettingsResolver(static _ => null, null),
            Roots = [Folder.At("root")],
            Batch = new BatchOptions { Workers = 2 },
            CacheFolder = Folder.At("cache"),
            Health = static () => [new("Memory", HealthStatus.Ok, "enough", null)],
            Log = Logged.Add,
        };
        Directory.CreateDirectory(Folder.At("root"));
        _server = new(change?.Invoke(options) ?? options);
        Ending = Task.Run(() => _server.ServeAsync(_input.Reader.AsStream(), new BreakingStream(_output.Writer.AsStream(), () => _isGone), cancellation: _cancellation.Token));
    }

    public TemporaryFolder Folder { get; } = new();

    public List<string> Logged { get; } = [];

    public Task<RpcEnding> Ending { get; }

    /// <summary>Sends a line as it is.</summary>
    public Task SendAsync(string line) => SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendAsync(byte[] bytes) => await _input.Writer.WriteAsync(bytes);

    /// <summary>Sends a request; gives its id.</summary>
    public async Task<int> RequestAsync(string method, string parameters = "{}")
    {
        var id = ++_lastId;
        await SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        return id;
    }

    public Task NotifyAsync(string method, string parameters) => SendAsync($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    /// <summary>The next message.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        var line = await _reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException("The server said no more.");
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    /// <summary>The answer to a request. What comes before it can be had by <see cref="Unasked"/>.</summary>
    public async Task<JsonElement> AnswerAsync(int id)
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.TryGetProperty("id", out var known) && known.ValueKind == JsonValueKind.Number && known.GetInt32() == id)
            {
                return message;
            }

            _unasked.Add(message);
        }
    }

    /// <summary>What came before answers that were waited for.</summary>
    public IReadOnlyList<JsonElement> Unasked => _unasked;

    /// <summary>The result of a method.</summary>
    public async Task<JsonElement> ResultAsync(string method, string parameters = "{}")
        => (await AnswerAsync(await RequestAsync(method, parameters))).GetProperty("result");

    /// <summary>The error that a method ends in.</summary>
    public async Task<JsonElement> ErrorAsync(string method, string parameters = "{}")
        => (await AnswerAsync(await RequestAsync(method, parameters))).GetProperty("error");

    /// <summary>The code of the error that answers a line.</summary>
    public async Task<int> CodeOfAsync(string line)
    {
        await SendAsync(line);
        return (await ReceiveAsync()).GetProperty("error").GetProperty("code").GetInt32();
    }

    /// <summary>The client says no more.</summary>
    public async Task<RpcEnding> EndAsync()
    {
        await _input.Writer.CompleteAsync();
        return await Ending;
    }

    /// <summary>The client is gone.</summary>
    public async Task VanishAsync()
    {
        _isGone = true;
        await _input.Writer.CompleteAsync();
        await _output.Reader.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _output.Reader.CompleteAsync();
        await _input.Writer.CompleteAsync();
        await _cancellation.CancelAsync();
        await Ending;
        _server.Dispose();
        _reader.Dispose();
        _cancellation.Dispose();
        Folder.Dispose();
    }

    /// <summary>A stream that fails when nobody reads it any more, as pipes of the system do.</summary>
    private sealed class BreakingStream(Stream inner, Func<bool> isBroken) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            await inner.FlushAsync(cancellationToken);
            if (isBroken())
            {
                throw new IOException("Broken pipe");
            }
        }
    }
}

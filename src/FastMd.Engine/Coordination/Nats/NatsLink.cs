using System.Diagnostics.CodeAnalysis;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>
/// The connection to a broker, for callers that wait. A call that fails because the broker is away is made again until it succeeds or patience ends.
/// </summary>
internal sealed class NatsLink : IDisposable
{
    /// <summary>How long a broker may be away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly NatsConnection _connection;
    private readonly TimeProvider _time;
    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and calls may end after the connection is closed.")]
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    private NatsLink(NatsConnection connection, string server, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        Server = server;
        JetStream = new(connection, new(connection.Opts));
    }

    /// <summary>Address of the broker.</summary>
    public string Server { get; }

    public NatsJSContext JetStream { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>Cancelled when the connection is closed.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Bytes that a message may have.</summary>
    public int MaximumPayload => _connection.ServerInfo?.MaxPayload ?? (1024 * 1024);

    /// <summary>Connects to a broker.</summary>
    /// <param name="url">Its address, which <see cref="NatsCredentials.TryRead"/> has checked.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="name">What the broker is to call this process.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SharedJobException">It cannot be reached, or lets nobody in.</exception>
    public static NatsLink Open(string url, Func<string, string?> variable, string name, TimeProvider time)
    {
        var options = NatsCredentials.AddTo(
            NatsOpts.Default with
            {
                Url = url,
                Name = name,
                ConnectTimeout = TimeSpan.FromSeconds(3),
                RequestTimeout = TimeSpan.FromSeconds(5),
                CommandTimeout = TimeSpan.FromSeconds(5),

                // A network that is cut says nothing: pings find out.
                PingInterval = TimeSpan.FromSeconds(5),
                MaxPingOut = 2,
                ReconnectWaitMin = TimeSpan.FromMilliseconds(100),
                ReconnectWaitMax = TimeSpan.FromSeconds(2),
                MaxReconnectRetry = -1,
                IgnoreAuthErrorAbort = true,
            },
            variable);
        var connection = new NatsConnection(options);
        var link = new NatsLink(connection, url, time);
        try
        {
            link.Try(async cancellation =>
            {
                await connection.ConnectAsync().AsTask().WaitAsync(cancellation).ConfigureAwait(false);
                return await link.JetStream.GetAccountInfoAsync(cancellation).ConfigureAwait(false);
            }, FirstPatience, CancellationToken.None);
            return link;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            link.Dispose();
            throw NatsErrors.Explain(url, failure);
        }
    }

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call; it may be made several times.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="NatsJSApiException">The broker says no.</exception>
    /// <exception cref="SharedJobException">The broker does not answer.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or the connection closed.</exception>
    public T Call<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation = default) => Try(call, Patience, cancellation);

    /// <summary>Makes a call of which only the success matters, and which is not made again.</summary>
    public bool TryOnce(Func<CancellationToken, ValueTask> call)
    {
        try
        {
            call(Closing).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception failure) when (NatsErrors.MayPass(failure) || failure is NatsException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What a broker says of a thing that may not be there.</summary>
    /// <exception cref="SharedJobException">The broker does not answer.</exception>
    public T? Find<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation = default)
        where T : class
    {
        try
        {
            return Call(call, cancellation);
        }
        catch (NatsJSApiException absent) when (absent.Error.ErrCode is NatsErrors.StreamNotFound or NatsErrors.ConsumerNotFound or NatsErrors.MessageNotFound)
        {
            return null;
        }
    }

    /// <summary>Publishes a message, and waits until the broker has stored it.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="message">The message.</param>
    /// <param name="isFirst">Whether it only counts where the subject has no message yet.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The error, where it was not stored; null where it was.</returns>
    /// <exception cref="SharedJobException">The broker does not answer.</exception>
    public ApiError? Publish(string subject, byte[] message, bool isFirst, CancellationToken cancellation = default)
        => Call(token => JetStream.PublishAsync(subject, message, NatsRawSerializer<byte[]>.Default, isFirst ? new NatsJSPubOpts { ExpectedLastSubjectSequence = 0 } : null, cancellationToken: token), cancellation).Error;

    /// <summary>Waits.</summary>
    /// <returns>False where it was cancelled, or the connection closed.</returns>
    public bool Pause(TimeSpan time, CancellationToken cancellation = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Closing);
        try
        {
            Task.Delay(time, _time, both.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Closes the connection; calls in progress end.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
        {
            return;
        }

        _closing.Cancel();
        try
        {
            _connection.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(2));
        }
        catch (AggregateException)
        {
            // It is gone either way.
        }
    }

    private T Try<T>(Func<CancellationToken, ValueTask<T>> call, TimeSpan patience, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Closing);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            both.Token.ThrowIfCancellationRequested();
            try
            {
                return call(both.Token).AsTask().GetAwaiter().GetResult();
            }
            catch (Exception failure) when (!both.IsCancellationRequested && NatsErrors.MayPass(failure))
            {
                if (_time.GetElapsedTime(started) > patience)
                {
                    throw NatsErrors.Explain(Server, failure);
                }

                if (!Pause(pause, both.Token))
                {
                    both.Token.ThrowIfCancellationRequested();
                }
            }
        }
    }
}

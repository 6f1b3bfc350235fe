using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Dashboard;

/// <summary>
/// What is new of a job, once a second, as server-sent events. A message is made once, for all readers, and only while there are any; one that is slow gets the
/// newest when it comes back, and none of those in between.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LiveFeed(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly HashSet<Reader> _readers = [];
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _timer;
    private byte[] _message = [];
    private long _version;
    private bool _isOver;

    /// <summary>The job; null while there is none.</summary>
    public ILiveSource? Source { get; set; }

    /// <summary>The job now; null while nothing is known of any.</summary>
    public LiveReport? Read() => Source?.Read();

    /// <summary>The same as JSON.</summary>
    public byte[] Json() => Read() is { } live ? LiveJson.Write(live) : "null"u8.ToArray();

    /// <summary>A reader joins.</summary>
    public Reader Join()
    {
        lock (_gate)
        {
            // What was told to others is not news.
            var reader = new Reader(this, _version);
            _readers.Add(reader);

            if (_timer is null)
            {
                // One shot at a time: where to look takes long, the next look waits.
                _timer = time.CreateTimer(static feed => ((LiveFeed)feed!).Renew(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }

            return reader;
        }
    }

    /// <summary>Nothing new will come: readers get the last message, and leave.</summary>
    /// <returns>Ends when all have left.</returns>
    public Task End()
    {
        lock (_gate)
        {
            if (_readers.Count == 0)
            {
                _isOver = true;
                return Task.CompletedTask;
            }
        }

        var last = MessageOf(Json());
        lock (_gate)
        {
            _isOver = true;
            Publish([.. last, .. "event: end\ndata: {}\n\n"u8]);
            return _readers.Count == 0 ? Task.CompletedTask : _left.Task;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _timer?.Dispose();
            _timer = null;
            Publish([]);
        }
    }

    private static byte[] MessageOf(byte[] json) => [.. "data: "u8, .. json, .. "\n\n"u8];

    private void Renew()
    {
        var message = MessageOf(Json());
        lock (_gate)
        {
            if (!_isOver)
            {
                Publish(message);
                _timer?.Change(Period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Publish(byte[] message)
    {
        _message = message;
        _version++;
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }

    private void Leave(Reader reader)
    {
        lock (_gate)
        {
            if (!_readers.Remove(reader) || _readers.Count > 0)
            {
                return;
            }

            _timer?.Dispose();
            _timer = null;
            if (_isOver)
            {
                _left.TrySetResult();
            }
        }
    }

    /// <summary>One who reads it.</summary>
    internal sealed class Reader(LiveFeed feed, long seen) : IDisposable
    {
        private long _seen = seen;

        /// <summary>The next message: the newest there is, as soon as it is another one than the last; null at the end.</summary>
        public async Task<byte[]?> NextAsync()
        {
            while (true)
            {
                Task changed;
                lock (feed._gate)
                {
                    if (feed._version > _seen)
                    {
                        _seen = feed._version;
                        return feed._message.Length > 0 ? feed._message : null;
                    }

                    if (feed._isOver)
                    {
                        return null;
                    }

                    changed = feed._changed.Task;
                }

                await changed.ConfigureAwait(false);
            }
        }

        /// <inheritdoc/>
        public void Dispose() => feed.Leave(this);
    }
}

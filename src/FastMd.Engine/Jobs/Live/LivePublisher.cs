using FastMd.Engine.Reports.Live;

namespace FastMd.Engine.Jobs.Live;

/// <summary>
/// Tells those who watch from outside how a process gets on, once a second, and once more at its end. A job that is over before the first second tells nothing:
/// the first report of a process takes some twenty milliseconds.
/// </summary>
internal sealed class LivePublisher : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly LivePart _part;
    private readonly Action<LiveReport> _tell;
    private readonly ITimer _timer;
    private readonly object _gate = new();
    private bool _hasTold;
    private bool _isOver;

    /// <summary>Begins to tell.</summary>
    /// <param name="part">What there is to tell.</param>
    /// <param name="tell">Tells it; never throws.</param>
    /// <param name="isWatched">Whether somebody waits for it from the start.</param>
    /// <param name="time">The clock.</param>
    public LivePublisher(LivePart part, Action<LiveReport> tell, bool isWatched, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_part, _tell, _hasTold) = (part, tell, isWatched);

        // One shot at a time: where to tell takes long, telling waits.
        _timer = time.CreateTimer(static publisher => ((LivePublisher)publisher!).OnTimer(), this, Period, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells how it ended.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            _timer.Dispose();
            if (_hasTold)
            {
                _tell(_part.Read());
            }
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _hasTold = true;
                _tell(_part.Read());
                _timer.Change(Period, Timeout.InfiniteTimeSpan);
            }
        }
    }
}

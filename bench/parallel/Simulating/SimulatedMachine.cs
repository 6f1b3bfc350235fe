namespace FastMd.Parallel.Simulating;

/// <summary>
/// Processors that documents share, and a disk they wait for before they compute. More documents that compute than processors each run
/// slower by their number, and all a little for changing places and crowding the caches.
/// </summary>
/// <param name="processors">The processors.</param>
/// <param name="disk">Documents the disk serves at full speed at once; infinite where waiting is only latency.</param>
internal sealed class SimulatedMachine(int processors, double disk)
{
    private const double Period = 0.5;
    private const double CostOfCrowding = 0.01;

    // The fraction of the golden ratio: its multiples are spread evenly, the same on every run.
    private const double Spread = 0.618;

    private readonly List<Running> _running = [];
    private double _busy;
    private double _ioWait;
    private double _bytes;
    private double _sinceReading;

    /// <summary>Runs a batch under a control; gives its makespan.</summary>
    /// <param name="lengths">The documents.</param>
    /// <param name="secondsOf">What a document costs, in seconds.</param>
    /// <param name="waitShare">Share of that in which it waits for the disk, on average.</param>
    /// <param name="control">Decides how many run at once.</param>
    public double Run(IReadOnlyList<int> lengths, Func<int, double> secondsOf, double waitShare, IControl control)
    {
        var queue = new RealQueue(lengths);
        var queued = lengths.Sum(secondsOf);
        var now = 0.0;
        while (true)
        {
            while (_running.Count < control.Allowed && queue.Take() is { } next)
            {
                var seconds = secondsOf(lengths[next]);
                queued -= seconds;

                // Were all alike, they would wait in step and compute in step.
                var share = waitShare * (0.7 + (0.6 * (next * Spread % 1)));
                _running.Add(new(lengths[next], seconds * share, seconds * (1 - share)));
            }

            if (_running.Count == 0)
            {
                return now;
            }

            now += Advance();
            if (_sinceReading >= Period - 1e-9)
            {
                var isSaturated = _running.Count >= control.Allowed && queue.Count > 0;
                control.Next(
                    now,
                    new(_busy / Period / processors, _ioWait / Period / processors, null, null, GcLoad: 0, FreeBytes: long.MaxValue, ResidentBytes: 0),
                    new(isSaturated, RateLimits: 0),
                    new(queue.Count, queued, _bytes / Period));
                (_busy, _ioWait, _bytes, _sinceReading) = (0, 0, 0, 0);
            }
        }
    }

    /// <summary>Goes on to the next thing that happens.</summary>
    private double Advance()
    {
        var waiting = _running.Count(document => document.Wait > 0);
        var computing = _running.Count - waiting;
        var waitRate = waiting > 0 ? Math.Min(1, disk / waiting) : 0;
        var crowd = Math.Max(0, computing - processors);
        var computeRate = computing > 0 ? Math.Min(1, (double)processors / computing) / (1 + (CostOfCrowding * crowd)) : 0;
        var step = Period - _sinceReading;
        foreach (var document in _running)
        {
            step = Math.Min(step, document.Wait > 0 ? document.Wait / waitRate : document.Compute / computeRate);
        }

        foreach (var document in _running)
        {
            if (document.Wait > 0)
            {
                document.Wait = Rest(document.Wait - (step * waitRate));
            }
            else
            {
                document.Compute = Rest(document.Compute - (step * computeRate));
            }
        }

        var idle = Math.Max(0, processors - computing);
        _busy += step * Math.Min(processors, computing);
        _ioWait += step * Math.Min(idle, waiting);
        _sinceReading += step;
        _bytes += _running.Where(IsDone).Sum(document => document.Length);
        _running.RemoveAll(IsDone);
        return step;
    }

    private static double Rest(double time) => time < 1e-12 ? 0 : time;

    private static bool IsDone(Running document) => document is { Wait: 0, Compute: 0 };

    private sealed class Running(long length, double wait, double compute)
    {
        public long Length { get; } = length;

        public double Wait { get; set; } = wait;

        public double Compute { get; set; } = compute;
    }
}

using System.Globalization;

namespace FastMd.Engine.Jobs.Alerts;

/// <summary>Says which thresholds were crossed: each once a batch, but for stalls, of which there may be many. Not thread-safe.</summary>
internal sealed class AlertWatch(AlertThresholds thresholds)
{
    // The first failure of a batch is no rate.
    private const int DocumentsForARate = 20;

    private readonly HashSet<string> _raised = [];
    private (long Completed, TimeSpan At) _lastProgress;
    private bool _isStalled;

    /// <summary>Whether there is anything to watch for.</summary>
    public bool IsIdle => thresholds.AreNone;

    /// <summary>Takes a reading; gives the alerts it raises, by name and message.</summary>
    public IEnumerable<(string Name, string Message)> Next(AlertReading reading)
    {
        var share = reading.Completed > 0 ? (double)reading.Failed / reading.Completed : 0;
        if (thresholds.ErrorShare > 0 && share > thresholds.ErrorShare && (reading.IsFinal || reading.Completed >= DocumentsForARate)
            && _raised.Add("errors"))
        {
            yield return ("errors", Say($"{share * 100:0.#} % of {reading.Completed:N0} documents failed; the threshold is {thresholds.ErrorShare * 100:0.#} %."));
        }

        if (thresholds.SlowestHundredth > TimeSpan.Zero && reading.SlowestHundredth > thresholds.SlowestHundredth && _raised.Add("latency"))
        {
            yield return ("latency", Say($"The slowest hundredth of documents takes {reading.SlowestHundredth.TotalMilliseconds:N0} ms; the threshold is {thresholds.SlowestHundredth.TotalMilliseconds:N0} ms."));
        }

        if (thresholds.ResidentBytes > 0 && reading.ResidentBytes > thresholds.ResidentBytes && _raised.Add("memory"))
        {
            yield return ("memory", Say($"The process and its worker processes have {reading.ResidentBytes / 1048576:N0} MB in memory; the threshold is {thresholds.ResidentBytes / 1048576:N0} MB."));
        }

        if (Stalls(reading) is { } stall)
        {
            yield return ("stall", Say($"No document was done for {stall.TotalSeconds:0.#} s; the threshold is {thresholds.Stall.TotalSeconds:0.#} s."));
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private TimeSpan? Stalls(in AlertReading reading)
    {
        if (reading.Completed != _lastProgress.Completed || !reading.IsWaitedFor)
        {
            _lastProgress = (reading.Completed, reading.Elapsed);
            _isStalled = false;
            return null;
        }

        var silence = reading.Elapsed - _lastProgress.At;
        if (_isStalled || thresholds.Stall <= TimeSpan.Zero || silence < thresholds.Stall)
        {
            return null;
        }

        _isStalled = true;
        return silence;
    }
}

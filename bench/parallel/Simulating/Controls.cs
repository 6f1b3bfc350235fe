using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Resources;

namespace FastMd.Parallel.Simulating;

/// <summary>What the engine's control does not look at.</summary>
/// <param name="Documents">How many documents are queued.</param>
/// <param name="Seconds">How long they would take one worker, were the prediction from their sizes perfect.</param>
/// <param name="BytesPerSecond">Bytes of documents that were completed, a second.</param>
internal readonly record struct QueueReading(int Documents, double Seconds, double BytesPerSecond);

/// <summary>Decides how many workers may run.</summary>
internal interface IControl
{
    int Allowed { get; }

    void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue);
}

/// <summary>As many as at the beginning.</summary>
internal sealed class FixedControl(int workers) : IControl
{
    public int Allowed => workers;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
    {
    }
}

/// <summary>The engine's own.</summary>
internal sealed class EngineControl(int processors) : IControl
{
    private readonly WorkerControl _control = new(processors, minimum: 1, maximum: 2 * processors, new MemoryAlarm(floor: 0));

    public int Allowed => _control.Allowed;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
        => _control.Next(TimeSpan.FromSeconds(at), pressure, work);
}

/// <summary>The engine's own, which tries one more worker only while what is queued would repay the trial.</summary>
internal sealed class PredictingEngineControl(int processors) : IControl
{
    private const double LongestTrial = 5;

    private readonly WorkerControl _control = new(processors, minimum: 1, maximum: 2 * processors, new MemoryAlarm(floor: 0));

    public int Allowed => _control.Allowed;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
        => _control.Next(
            TimeSpan.FromSeconds(at),
            pressure,
            work with { IsSaturated = work.IsSaturated && queue.Seconds / Allowed > LongestTrial });
}

/// <summary>As the engine's, but one more worker at a time, judged by the bytes a second it brings.</summary>
internal sealed class RateControl(int processors) : IControl
{
    private const int Window = 4;
    private const int RestAfterFailure = 20;
    private const double NotableIoWait = 0.25;
    private const double LeastGain = 0.05;

    private readonly int _most = 2 * processors;
    private readonly Queue<double> _rates = new();
    private (double RateBefore, int ReadingsLeft)? _trial;
    private int _rest;

    public int Allowed { get; private set; } = processors;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
    {
        _rates.Enqueue(queue.BytesPerSecond);
        if (_rates.Count > Window)
        {
            _rates.Dequeue();
        }

        if (_trial is { } trial)
        {
            _trial = trial.ReadingsLeft > 1 ? trial with { ReadingsLeft = trial.ReadingsLeft - 1 } : null;
            if (_trial is null && _rates.Average() < trial.RateBefore * (1 + LeastGain))
            {
                Allowed--;
                _rest = RestAfterFailure;
            }
        }
        else if (--_rest <= 0 && _rates.Count > 2 && work.IsSaturated && pressure.IoWait >= NotableIoWait && Allowed < _most)
        {
            _trial = (_rates.Average(), Window);
            Allowed++;
        }
    }
}

/// <summary>Half of them while processors are busier than 80 %, one more while they are less busy than 60 %.</summary>
internal sealed class CpuThresholdControl(int processors) : IControl
{
    private readonly int _most = 2 * processors;

    public int Allowed { get; private set; } = processors;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
        => Allowed = pressure.Cpu > 0.8 ? Math.Max(1, Allowed / 2)
            : pressure.Cpu < 0.6 ? Math.Min(_most, Allowed + 1)
            : Allowed;
}

/// <summary>One worker for so many queued documents, up to twice the processors.</summary>
internal sealed class QueueDepthControl(int processors) : IControl
{
    private const int DocumentsPerWorker = 50;

    private readonly int _most = 2 * processors;

    public int Allowed { get; private set; } = processors;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
        => Allowed = Math.Clamp(queue.Documents / DocumentsPerWorker, 1, _most);
}

/// <summary>Twice the processors while what is queued is predicted to take long, the processors at the end.</summary>
internal sealed class PredictionControl(int processors) : IControl
{
    private const double Long = 5;

    private readonly int _processors = processors;

    public int Allowed { get; private set; } = processors;

    public void Next(double at, PressureReading pressure, WorkReading work, QueueReading queue)
        => Allowed = queue.Seconds / _processors > Long ? 2 * _processors : _processors;
}

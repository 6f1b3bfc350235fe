using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Measuring;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Running;

/// <summary>Measures on other threads, while the pipeline thread shows how far that is.</summary>
internal sealed class MeasuringRun : IProgress<double>, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    // What was cancelled ends within its grace time; a document that is stuck ends when it likes.
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and whoever stops a pipeline may do so after its end.")]
    private readonly CancellationTokenSource _cancellation = new();

    private readonly ProgressView _view;
    private readonly long _started = Environment.TickCount64;
    private double _share;
    private Task<SpeedMeasurement>? _task;

    public MeasuringRun(Cmdlet cmdlet) => _view = new(cmdlet, "Measuring");

    /// <summary>Measures; null where that was cancelled.</summary>
    public SpeedMeasurement? Run(JobOptions options, IReadOnlyList<DocumentSource> sources, int rounds)
    {
        _task = Task.Run(() => new SpeedMeter(options).MeasureAsync(
            sources, SpeedMeter.WorkerCounts(options.Batch.Workers), rounds, this, _cancellation.Token));
        while (!((IAsyncResult)_task).AsyncWaitHandle.WaitOne(LongestWait))
        {
            if (_view.IsDue)
            {
                _view.Show(Step());
            }
        }

        _view.Complete();
        return _task.IsCanceled ? null : _task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the measurement; called from another thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Report(double value) => Volatile.Write(ref _share, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        Cancel();
        if (_task is { } task)
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne(ClosePatience);
        }
    }

    private ProgressStep Step()
    {
        var share = Volatile.Read(ref _share);
        var spent = TimeSpan.FromMilliseconds(Environment.TickCount64 - _started);
        return new(
            string.Create(CultureInfo.CurrentCulture, $"{share * 100:0} %"), share, share > 0 ? (spent / share) - spent : null);
    }
}

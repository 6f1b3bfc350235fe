using System.Globalization;
using System.Management.Automation;
using FastMd.Engine.Jobs;

namespace FastMd.PowerShell.Reporting;

/// <summary>
/// Shows how far a batch is: a progress bar a few times a second where somebody watches, a line every ten seconds on a build agent,
/// where bars do not show and silence looks like a hang.
/// </summary>
internal sealed class BatchProgressView(Cmdlet cmdlet)
{
    private const int BarPeriod = 200;
    private const int LinePeriod = 10_000;
    private const string Activity = "Converting documents";

    private static int _activities = 0x4661;

    private readonly int _activity = Interlocked.Increment(ref _activities);
    private readonly bool _asLines = ShowsLines;
    private long _next = Environment.TickCount64 + (ShowsLines ? LinePeriod : BarPeriod);
    private bool _hasBar;

    private static bool ShowsLines => BuildAgents.Current != BuildAgent.None || Console.IsOutputRedirected;

    /// <summary>Shows progress if it is time to.</summary>
    public void Update(Func<BatchProgress> progress)
    {
        var now = Environment.TickCount64;
        if (now < _next)
        {
            return;
        }

        if (_asLines)
        {
            _next = now + LinePeriod;
            HostLine.Write(cmdlet, $"{Activity}: {Text(progress())}");
            return;
        }

        _next = now + BarPeriod;
        _hasBar = true;
        cmdlet.WriteProgress(Record(progress()));
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_hasBar)
        {
            cmdlet.WriteProgress(new(_activity, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private static string Text(BatchProgress progress)
    {
        var count = progress.Total is { } total
            ? string.Create(CultureInfo.CurrentCulture, $"{progress.Completed:N0} of {total:N0}")
            : progress.Completed.ToString("N0", CultureInfo.CurrentCulture);
        var failed = progress.Failed > 0 ? string.Create(CultureInfo.CurrentCulture, $", {progress.Failed:N0} failed") : "";
        var left = progress.TimeLeft is { } time ? string.Create(CultureInfo.CurrentCulture, $", {Math.Ceiling(time.TotalSeconds):N0} s left") : "";
        return string.Create(CultureInfo.CurrentCulture, $"{count}, {progress.DocumentsPerSecond:N0}/s{failed}{left}");
    }

    private ProgressRecord Record(BatchProgress progress) => new(_activity, Activity, Text(progress))
    {
        CurrentOperation = progress.CurrentFile,
        PercentComplete = progress.Fraction is { } fraction ? (int)(fraction * 100) : -1,
        SecondsRemaining = progress.TimeLeft is { } left ? (int)Math.Min(left.TotalSeconds, int.MaxValue) : -1,
    };
}

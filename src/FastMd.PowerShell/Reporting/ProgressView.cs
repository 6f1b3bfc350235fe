using System.Management.Automation;

namespace FastMd.PowerShell.Reporting;

/// <summary>
/// Shows how far something is: a progress bar a few times a second where somebody watches, a line every ten seconds on a build agent,
/// where bars do not show and silence looks like a hang.
/// </summary>
internal sealed class ProgressView(Cmdlet cmdlet, string activity)
{
    private const int BarPeriod = 200;
    private const int LinePeriod = 10_000;

    private static int _activities = 0x4661;

    private readonly int _activity = Interlocked.Increment(ref _activities);
    private readonly bool _asLines = ShowsLines;
    private long _next = Environment.TickCount64 + (ShowsLines ? LinePeriod : BarPeriod);
    private bool _hasBar;

    /// <summary>Whether it is time to show progress.</summary>
    public bool IsDue => Environment.TickCount64 >= _next;

    private static bool ShowsLines => BuildAgents.Current != BuildAgent.None || Console.IsOutputRedirected;

    /// <summary>Shows progress.</summary>
    public void Show(in ProgressStep step)
    {
        _next = Environment.TickCount64 + (_asLines ? LinePeriod : BarPeriod);
        if (_asLines)
        {
            HostLine.Write(cmdlet, $"{activity}: {step.Text}");
            return;
        }

        _hasBar = true;
        cmdlet.WriteProgress(new(_activity, activity, step.Text)
        {
            CurrentOperation = step.Operation,
            PercentComplete = step.Fraction is { } fraction ? (int)(fraction * 100) : -1,
            SecondsRemaining = step.TimeLeft is { } left ? (int)Math.Min(left.TotalSeconds, int.MaxValue) : -1,
        });
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_hasBar)
        {
            cmdlet.WriteProgress(new(_activity, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}

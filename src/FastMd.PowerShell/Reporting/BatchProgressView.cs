using System.Globalization;
using System.Management.Automation;
using FastMd.Engine.Jobs;

namespace FastMd.PowerShell.Reporting;

/// <summary>Shows how far a batch is.</summary>
internal sealed class BatchProgressView(Cmdlet cmdlet)
{
    private readonly ProgressView _view = new(cmdlet, "Converting documents");

    /// <summary>Shows progress if it is time to.</summary>
    public void Update(Func<BatchProgress> progress)
    {
        if (_view.IsDue)
        {
            _view.Show(Step(progress()));
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete() => _view.Complete();

    private static ProgressStep Step(BatchProgress progress) => new(Text(progress), progress.Fraction, progress.TimeLeft, progress.CurrentFile);

    private static string Text(BatchProgress progress)
    {
        var count = progress.Total is { } total
            ? string.Create(CultureInfo.CurrentCulture, $"{progress.Completed:N0} of {total:N0}")
            : progress.Completed.ToString("N0", CultureInfo.CurrentCulture);
        var failed = progress.Failed > 0 ? string.Create(CultureInfo.CurrentCulture, $", {progress.Failed:N0} failed") : "";
        var left = progress.TimeLeft is { } time ? string.Create(CultureInfo.CurrentCulture, $", {Math.Ceiling(time.TotalSeconds):N0} s left") : "";
        return string.Create(CultureInfo.CurrentCulture, $"{count}, {progress.DocumentsPerSecond:N0}/s{failed}{left}");
    }
}

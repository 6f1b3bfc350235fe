using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports.Pages;

/// <summary>How the batch went over time: small charts that share one time axis.</summary>
internal static class TimelineSection
{
    public static void Write(Markup page, BatchReport report)
    {
        // What was looked at once has no course.
        if (report.Timeline.Count < 2)
        {
            return;
        }

        PageFrame.Section(page, "Over time", () =>
        {
            using var grid = page.Open("div", ("class", "grid"));
            foreach (var chart in Charts(report))
            {
                chart.Write(page);
            }
        });
    }

    private static IEnumerable<LineChart> Charts(BatchReport report)
    {
        var points = report.Timeline;
        var chart = new Chart(Axis.Clock(Later(report.Elapsed, points[^1].At)), points);
        yield return chart.Of("Workers", largest => Axis.UpTo(largest, Figures.Real, leastStep: 1), [
            chart.Line("at work", point => point.WorkersActive, SeriesLook.Area),
            chart.Line("allowed", point => point.WorkersAllowed, SeriesLook.Dashed)]) with
        {
            Marks = [.. report.Scaling.Items.Where(decision => decision.Reason != ScalingReason.Start).Select(MarkOf)],
        };
        yield return chart.Of("Use of workers and processors", _ => Axis.Shares, [
            chart.Line("workers", point => point.WorkersAllowed > 0 ? point.WorkersActive / point.WorkersAllowed : double.NaN, SeriesLook.Area),
            .. points.Any(point => point.Cpu is not null) ? [chart.Line("processors", point => point.Cpu ?? double.NaN)] : Array.Empty<Series>()]);
        yield return chart.Of("Documents a second", largest => Axis.UpTo(largest, Figures.Real), [
            chart.Line("documents", point => point.DocumentsPerSecond, SeriesLook.Area)]);
        yield return chart.Of("Input in MB a second", largest => Axis.UpTo(largest, Figures.Real), [
            chart.Line("MB", point => point.MegabytesPerSecond, SeriesLook.Area)]);
        yield return chart.Of("Memory", Axis.UpToBytes, [
            chart.Line("window", point => point.WorkingBytes, SeriesLook.Area),
            chart.Line("process", point => point.ResidentBytes > 0 ? point.ResidentBytes : double.NaN),
            chart.Line("window's limit", point => point.WorkingBytesLimit, SeriesLook.Dashed)]);
        yield return chart.Of("Documents waiting", largest => Axis.UpTo(largest, Figures.Real, leastStep: 1), [
            chart.Line("for a worker", point => point.Waiting, SeriesLook.Area),
            chart.Line("done, for their turn", point => point.Parked)]);
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static ChartMark MarkOf(ScalingDecision decision) => new(
        decision.At.TotalSeconds,
        "",
        $"{Figures.Duration(decision.At)}: {Figures.Real(decision.From)} → {Figures.Real(decision.To)} workers\n{decision.Explanation}");

    /// <summary>What all charts of the timeline share.</summary>
    private sealed class Chart(Axis time, IReadOnlyList<TimelinePoint> points)
    {
        // A point stands for the while before it, so the first begins at the beginning.
        private readonly double[] _x = [0, .. points.Select(point => point.At.TotalSeconds)];

        public Series Line(string name, Func<TimelinePoint, double> value, SeriesLook look = SeriesLook.Line)
            => new(name, [value(points[0]), .. points.Select(value)], look);

        public LineChart Of(string title, Func<double, Axis> axisUpTo, IReadOnlyList<Series> series) => new()
        {
            Title = title,
            XAxis = time,
            YAxis = axisUpTo(series.SelectMany(line => line.Values).Where(double.IsFinite).DefaultIfEmpty().Max()),
            X = _x,
            Series = series,
        };
    }
}

using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FastMd.Cli.Terminal;

/// <summary>A job that runs, as a terminal shows it: what the live page shows, as far as there is room. docs/dashboard.md shows both.</summary>
/// <param name="width">Columns of the terminal.</param>
/// <param name="height">Lines of the terminal.</param>
internal sealed class FullView(int width, int height)
{
    // The cursor has one, and in the end the summary.
    private const int LinesBelow = 2;

    // Head, bar, a blank line and the pace.
    private const int LinesAround = 4;
    private const int FigureColumns = 4;
    private const int FigureWidth = 28;
    private const string Levels = "▁▂▃▄▅▆▇█";

    private static readonly Style Soft = new(Color.Grey);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Good = new(Color.Green);

    /// <summary>What is shown of a job; null while nothing is known of it.</summary>
    public IRenderable Of(LiveReport? live)
    {
        if (live is null)
        {
            return new Text("Preparing.", Soft);
        }

        List<IRenderable> above = [Head(live), Bar(live), Text.Empty, .. FigureLines(live)];
        var used = above.Count;
        if (live.Report.Timeline.Count > 1)
        {
            above.Add(Pace(live.Report.Timeline));
            used++;
        }

        return new Rows([.. above, .. TerminalTable.Fitting(Tables(live), height - LinesBelow - used, width)]);
    }

    private Text Head(LiveReport live) => Line(
        $"{live.State.ToString().ToLowerInvariant()} {Figures.Duration(live.Report.Elapsed)}{(live.TimeLeft is { } left ? $", about {Figures.Duration(left)} left" : "")}  {live.Name}",
        live.State == LiveState.Running ? Strong : live.State == LiveState.Over ? Good : Bad);

    private Text Bar(LiveReport live)
    {
        var words = live.Total is { } total
            ? string.Create(CultureInfo.InvariantCulture, $" {Figures.Count(live.Completed)} of {Figures.Count(total)} documents{(total > 0 ? $" ({100.0 * live.Completed / total:0} %)" : "")}")
            : $" {Figures.Count(live.Completed)} documents";
        var room = Math.Max(0, width - words.Length);
        var done = live.Total is > 0 and var all ? (int)(room * Math.Min(1.0, (double)live.Completed / all)) : 0;
        return Line(new string('█', done) + new string('░', room - done) + words, new(Color.Blue));
    }

    /// <summary>The figures someone looks for first, side by side as far as there is room.</summary>
    private IEnumerable<Paragraph> FigureLines(LiveReport live)
    {
        var columns = Math.Clamp(width / FigureWidth, 1, FigureColumns);
        return FiguresOf(live).Chunk(columns).Take(Math.Max(1, height - LinesBelow - LinesAround)).Select(line =>
        {
            var paragraph = new Paragraph();
            foreach (var (value, name, look) in line)
            {
                var room = (width / columns) - 1;
                var shown = CellText.Cut(value, room);
                paragraph.Append(shown, look).Append(CellText.Fit(" " + name, room - CellText.Width(shown)) + " ", Soft);
            }

            return paragraph;
        });
    }

    private static IEnumerable<(string Value, string Name, Style Look)> FiguresOf(LiveReport live)
    {
        var (report, pace) = (live.Report, live.Pace);
        var running = live.Processes.Where(static process => process is { State: LiveState.Running, Role: not LiveRole.Publisher }).ToList();
        var isRunning = live.State == LiveState.Running;
        var timeline = report.Timeline;
        var (active, waiting) = (running.Sum(static process => (long)process.WorkersActive), running.Sum(static process => process.Waiting));
        var failed = report.Documents.Failed + report.Documents.TimedOut;
        List<double> cpu = [.. (isRunning ? running.Select(static process => process.Cpu) : timeline.Select(static point => point.Cpu)).OfType<double>()];
        long? files = isRunning ? running.Sum(static process => (long?)process.OpenFiles) : timeline.Max(static point => point.OpenFiles);
        return
        [
            (Figures.Real(isRunning ? pace.DocumentsPerSecond * 60 : report.Throughput.DocumentsPerMinute), "documents/min", Strong),
            (Figures.Real((isRunning ? pace.PagesPerSecond : report.Throughput.PagesPerSecond) * 60), "pages/min", Strong),
            (Figures.Count(live.Total is { } total ? Math.Max(0, total - live.Completed - active) : waiting), "in the queue", Strong),
            (Figures.Count(failed), "failed", failed > 0 ? Bad : Strong),
            (isRunning ? $"{active} of {Figures.Real(running.Sum(static process => process.WorkersAllowed))}" : Figures.Count(report.Workers.Most), isRunning ? "workers at work" : "workers at most", Strong),
            (Figures.Share(report.Workers.Efficiency), "efficiency", Strong),
            (report.Latency.Documents > 0 ? Figures.Duration(report.Latency.P95) : "–", "95 of 100", Strong),
            (report.Latency.Documents > 0 ? Figures.Duration(report.Latency.P50) : "–", "half", Strong),
            (cpu.Count > 0 ? Figures.Share(cpu.Average()) : "–", "processors", Strong),
            (Figures.Bytes(isRunning ? running.Sum(static process => process.ResidentBytes) : Math.Max(report.PeakResidentBytes, timeline.Max(static point => (long?)point.ResidentBytes) ?? 0)), isRunning ? "memory" : "memory at most", Strong),
            (files is > 0 and var open ? Figures.Count(open) : "–", isRunning ? "open files" : "open files at most", Strong),
            ($"{Figures.Real(report.Throughput.MegabytesPerSecond)} MB/s", "input", Strong),
        ];
    }

    /// <summary>Documents a second over time.</summary>
    private Text Pace(IReadOnlyList<TimelinePoint> points)
    {
        const string Name = "documents/s ";
        var most = points.Max(static point => point.DocumentsPerSecond);
        var words = $" {Figures.Real(most)} at most";
        var shown = points.TakeLast(Math.Max(1, width - Name.Length - words.Length));
        return Line(
            Name + string.Concat(shown.Select(point => Levels[most > 0 ? (int)Math.Min(Levels.Length - 1, point.DocumentsPerSecond / most * Levels.Length) : 0])) + words,
            new(Color.Teal));
    }

    private IEnumerable<TerminalTable> Tables(LiveReport live)
    {
        var (report, path) = (live.Report, width / 2);
        yield return live.Processes is [{ Role: not LiveRole.Publisher } only]
            ? new(
                ["Worker", "Document", "for", "documents", "efficiency"],
                [.. only.Workers.OrderByDescending(static worker => worker.For).ThenBy(static worker => worker.Number).Select(worker => (string[])
                [
                    worker.Number.ToString(CultureInfo.InvariantCulture),
                    worker.IsStuck ? "given up, not back yet" : worker.Document is { } document ? Figures.Ending(document, path) : "idle",
                    worker.Document is null ? "" : Figures.Duration(worker.For),
                    Figures.Count(worker.Documents),
                    Figures.Share(worker.Efficiency),
                ])])
            : new(
                ["Process", "", "workers", "documents", "a minute", "p95", "memory"],
                [.. live.Processes.Select(process => (string[])
                [
                    Figures.Ending(process.Name, path),
                    process.Role == LiveRole.Publisher ? "publisher" : process.State == LiveState.Silent ? "no news" : process.State.ToString().ToLowerInvariant(),
                    process.Role == LiveRole.Publisher ? "" : $"{process.WorkersActive} of {Figures.Real(process.WorkersAllowed)}",
                    Figures.Count(process.Documents),
                    Figures.Real(process.DocumentsPerSecond * 60),
                    process.Documents > 0 ? Figures.Duration(process.P95) : "",
                    process.ResidentBytes > 0 ? Figures.Bytes(process.ResidentBytes) : "",
                ])]);
        yield return new(
            ["Failed", "where", "why"],
            [.. report.Failures.Items.Select(failure => (string[])[failure.Code, Figures.Ending(failure.Line > 0 ? $"{failure.Path}({failure.Line},{failure.Column})" : failure.Path, path), failure.Message])]);
        yield return new(
            ["Diagnostic", "times", "documents"],
            [.. report.Diagnostics.Select(static one => (string[])[$"{one.Severity.ToString().ToLowerInvariant()} {one.Code}", Figures.Count(one.Count), Figures.Count(one.Documents)])]);
        yield return new(
            ["Slowest", "size", "time"],
            [.. report.Slowest.Select(document => (string[])[Figures.Ending(document.Path, path), Figures.Bytes(document.InputBytes), Figures.Duration(document.Duration)])]);
        yield return new(
            ["Workers", "after", "why"],
            [.. report.Scaling.Items.Reverse().Select(static change => (string[])[$"{Figures.Real(change.From)} → {Figures.Real(change.To)}", Figures.Duration(change.At), change.Explanation])]);
    }

    private Text Line(string text, Style look) => new(CellText.Cut(OneLine.Of(text), width), look);
}

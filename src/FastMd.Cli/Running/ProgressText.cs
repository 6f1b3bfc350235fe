using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Running;

/// <summary>Progress in words.</summary>
internal static class ProgressText
{
    private const int BarWidth = 24;

    /// <summary><c>1,200 of 3,000 documents (40 %), 2,310/s, 3 s left</c>.</summary>
    public static string Line(BatchProgress progress)
    {
        var text = progress is { Total: { } total, Fraction: { } fraction }
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Completed:N0} of {total:N0} documents ({fraction * 100:0} %)")
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Completed:N0} documents");
        text += string.Create(CultureInfo.InvariantCulture, $", {progress.DocumentsPerSecond:N0}/s");
        if (progress.PagesInHand > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {progress.PagesInHand:N0} pages of large books");
        }

        if (progress.Failed > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {progress.Failed:N0} failed");
        }

        return progress.TimeLeft is { } left
            ? text + string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalSeconds):N0} s left")
            : text;
    }

    /// <summary>The same behind a bar, cut to a terminal's width.</summary>
    public static string Bar(BatchProgress progress, int width)
    {
        var filled = (int)((progress.Fraction ?? 0) * BarWidth);
        var bar = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {Line(progress)}";
        if (progress.CurrentFile is { } file)
        {
            bar += "  " + OneLine.Of(Path.GetFileName(file));
        }

        return bar.Length < width ? bar : bar[..Math.Max(0, width - 1)];
    }

    /// <summary><c>3,000 documents (2 failed) in 1.31 s: 2,290 pages/s, 24.4 MB/s</c>.</summary>
    public static string Summary(BatchProgress progress, bool isCancelled)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Completed:N0} {(progress.Completed == 1 ? "document" : "documents")}");
        string[] apart =
        [
            .. progress.Unchanged > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{progress.Unchanged:N0} unchanged")] : Array.Empty<string>(),
            .. progress.Failed > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{progress.Failed:N0} failed")] : Array.Empty<string>(),
        ];
        if (apart.Length > 0)
        {
            text += $" ({string.Join(", ", apart)})";
        }

        text += string.Create(
            CultureInfo.InvariantCulture,
            $" in {progress.Elapsed.TotalSeconds:0.00} s: {progress.PagesPerSecond:N0} pages/s, {progress.BytesPerSecond / 1048576:0.0} MB/s");
        return isCancelled ? "Cancelled. " + text : text;
    }
}

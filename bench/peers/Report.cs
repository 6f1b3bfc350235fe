using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FastMd.Peers;

/// <summary>What was measured, as Markdown.</summary>
internal sealed class Report
{
    private const double Megabyte = 1024 * 1024;

    private readonly StringBuilder _text = new();

    public Report(Options options)
        => Line($"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; "
            + $"each row {options.Runs} times, in turn. Speeds are compared round by round: the median of the ratios, and between which values half "
            + "of them lie. Processor time is that of all threads and processes. Peak memory is the largest resident size of the largest single process, as the "
            + "system kept it (getrusage of its parent; what is below some 30 MB drowns in the parent's own).");

    public void Heading(string text) => Line($"\n## {text}\n");

    public void Line(string text) => _text.Append(text).Append('\n');

    /// <summary>A table of rows; the first one is what the others are compared with.</summary>
    public void Table(IReadOnlyList<(Row Row, IReadOnlyList<Measurement> Runs)> rows)
    {
        Line("| Row | What | Pages | Median s | Min–max s | Processor s | Pages/s | MB/s | Peak MB | Speed of the first row |");
        Line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (row, runs) in rows)
        {
            var seconds = runs.Select(run => run.Seconds).ToList();
            var median = seconds.Median();
            var ratios = runs.Zip(rows[0].Runs, (own, first) => first.Seconds / own.Seconds * row.Tree.Pages / rows[0].Row.Tree.Pages).Order().ToList();
            Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Meaning} | {row.Tree.Pages} | {median:0.000} | {seconds.Min():0.000}–{seconds.Max():0.000} "
                + $"| {runs.Select(run => run.ProcessorSeconds).Median():0.000} "
                + $"| {row.Tree.Pages / median:0} | {row.Tree.Bytes / Megabyte / median:0.0} | {runs.Max(run => run.PeakMegabytes):0} "
                + $"| {ratios.Median():0.00} × ({ratios[ratios.Count / 4]:0.00}–{ratios[^((ratios.Count / 4) + 1)]:0.00}) |"));
        }
    }

    public override string ToString() => _text.ToString();
}

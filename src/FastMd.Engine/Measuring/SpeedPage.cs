using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Measuring;

/// <summary>A measurement as one HTML page, without scripts and without a network.</summary>
internal static class SpeedPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="output">Where to, to be encoded as UTF-8; it stays open.</param>
    public static void Write(SpeedMeasurement measurement, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        ArgumentNullException.ThrowIfNull(output);
        PageFrame.Write("FastMd: speed by number of workers", output, page =>
        {
            Head(page, measurement);
            PageFrame.Section(page, "Speed-up", () => Curve(measurement).Write(page));
            PageFrame.Section(page, "Figures", () => Points(page, measurement));
            PageFrame.Section(page, "Where the time goes with one worker", () => Parts(page, measurement));
            page.Element(
                "footer",
                $"Medians of {Figures.Count(measurement.Rounds, "run", "runs")} in turn, after one that warmed up. Amdahl's law: with a serial fraction s, n workers take s + (1 - s) / n of the time of one. MB are steps of 1,024.");
        });
    }

    private static void Head(Markup page, SpeedMeasurement measurement)
    {
        using var header = page.Open("header");
        var advice = measurement.RecommendedWorkers == 1 ? "Use one worker" : $"Use {measurement.RecommendedWorkers} workers";
        page.Element(
            "p", $"{Figures.Count(measurement.Documents, "document", "documents")}, {Figures.Bytes(measurement.InputBytes)}", ("class", "over"));
        page.Element("h1", advice);
        page.Element(
            "p",
            $"The fastest is {Figures.Real(measurement.Points.Max(point => point.SpeedUp))} times as fast as one worker. About {Figures.Share(measurement.SerialFraction)} of the work is serial."
            + (measurement.Failed > 0 ? $" {Figures.Count(measurement.Failed, "document", "documents")} failed each time." : ""),
            ("class", "lead"));
    }

    private static LineChart Curve(SpeedMeasurement measurement)
    {
        double[] workers = [.. measurement.Points.Select(point => (double)point.Workers)];
        var most = workers[^1];
        return new()
        {
            Title = "Times as fast as one worker",
            XAxis = new(1, Math.Max(most, 2), workers.Length <= 10 ? workers : [1, most / 4, most / 2, most], value => Figures.Real(value)),
            YAxis = Axis.UpTo(most, Figures.Real, leastStep: 0.5),
            X = workers,
            Series =
            [
                new("measured", [.. measurement.Points.Select(point => point.SpeedUp)], SeriesLook.Dots),
                new("by Amdahl's law", [.. measurement.Points.Select(point => AmdahlFit.SpeedUp(measurement.SerialFraction, point.Workers))]),
                new("ideal", workers, SeriesLook.Dashed),
            ],
        };
    }

    private static void Points(Markup page, SpeedMeasurement measurement) => Table.Write(
        page,
        measurement.Points,
        Column<SpeedPoint>.Figure("Workers", point => Figures.Count(point.Workers)),
        Column<SpeedPoint>.Figure("Time", point => Figures.Duration(point.Elapsed)),
        Column<SpeedPoint>.Figure("Documents/s", point => Figures.Real(measurement.DocumentsPerSecond(point))),
        Column<SpeedPoint>.Figure("MB/s", point => Figures.Real(measurement.MegabytesPerSecond(point))),
        Column<SpeedPoint>.Figure("Speed-up", point => Figures.Real(point.SpeedUp)),
        Column<SpeedPoint>.Figure("Efficiency", point => Figures.Share(point.Efficiency)),
        Column<SpeedPoint>.Figure("Workers busy", point => Figures.Share(point.Busy)));

    private static void Parts(Markup page, SpeedMeasurement measurement)
    {
        var parts = measurement.Parts();
        var whole = parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Time);
        if (whole == TimeSpan.Zero)
        {
            return;
        }

        StackedBar.Write(
            page,
            [.. parts.Select(part => new Part(part.Name, part.Time.TotalSeconds, $"{part.Name}: {Figures.Duration(part.Time)}"))],
            whole.TotalSeconds,
            "tall");
        Table.Write(
            page,
            parts.Select((part, i) => new ColoredPart(part.Name, part.Time, i + 1)),
            new("Stage", (cell, row) => cell.Element("span", row.Name, ("class", $"swatch c{row.Color}"))),
            Column<ColoredPart>.Figure("Time", row => Figures.Duration(row.Time)),
            Column<ColoredPart>.Figure("Share", row => Figures.Share(row.Time / whole)));
    }

    private sealed record ColoredPart(string Name, TimeSpan Time, int Color);
}

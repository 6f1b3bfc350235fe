using System.Globalization;
using System.Text;
using FastMd.Engine.Measuring;

namespace FastMd.Cli.Measure;

/// <summary>A measurement as a table and three sentences.</summary>
internal static class SpeedTable
{
    public static void Write(SpeedMeasurement measurement, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false));
        text.WriteLine($"{"Workers",7}  {"Time",9}  {"Pages/s",9}  {"MB/s",7}  {"Speed-up",8}  {"Efficiency",10}  {"Busy",5}");
        foreach (var point in measurement.Points)
        {
            Line(text, $"{point.Workers,7}  {point.Elapsed.TotalSeconds,7:0.000} s  {measurement.DocumentsPerSecond(point),9:N0}  {measurement.MegabytesPerSecond(point),7:0.0}  {point.SpeedUp,6:0.00} x  {point.Efficiency * 100,8:0} %  {point.Busy * 100,3:0} %");
        }

        text.WriteLine();
        Line(text, $"{measurement.Documents:N0} documents, {measurement.InputBytes / 1048576.0:0.0} MB; medians of {measurement.Rounds} runs in turn.");
        if (measurement.Failed > 0)
        {
            Line(text, $"{measurement.Failed:N0} documents failed each time: convert them by themselves to see why.");
        }

        var parts = measurement.Parts();
        var whole = parts.Sum(part => part.Time.TotalSeconds);
        text.WriteLine("Time of one worker: " + string.Join(", ", parts.Select(part => string.Create(
            CultureInfo.InvariantCulture, $"{part.Name.ToLowerInvariant()} {part.Time.TotalSeconds / whole * 100:0} %"))) + ".");
        Line(text, $"Serial part by Amdahl's law: {measurement.SerialFraction * 100:0.#} %. Recommended: --jobs {measurement.RecommendedWorkers}.");
    }

    private static void Line(StreamWriter text, FormattableString line) => text.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

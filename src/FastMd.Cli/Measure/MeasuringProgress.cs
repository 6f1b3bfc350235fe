using System.Globalization;

namespace FastMd.Cli.Measure;

/// <summary>How far a measurement is, on a terminal.</summary>
internal sealed class MeasuringProgress(TextWriter messages) : IProgress<double>
{
    private const string Blank = "\r               \r";

    public void Report(double value)
    {
        messages.Write(string.Create(CultureInfo.InvariantCulture, $"\rmeasuring {value * 100:0} %"));
        messages.Flush();
    }

    public void Clear()
    {
        messages.Write(Blank);
        messages.Flush();
    }
}

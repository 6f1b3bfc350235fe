using FastMd.Engine.Reports;

namespace FastMd.Engine.Measuring;

/// <summary>A measurement as a file: <c>.json</c> or a page, <c>.html</c>.</summary>
internal static class SpeedFile
{
    /// <summary>Writes a measurement; makes the folder if it is not there, and replaces a file that is.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <exception cref="ArgumentException">The extension names no form; <see cref="ReportFile.IsSupported"/> tells beforehand.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(SpeedMeasurement measurement, string path)
        => ReportFile.Write(path, file => SpeedJson.Write(measurement, file), file => SpeedPage.Write(measurement, file));
}

/// <summary>A measurement as one HTML page, without a network.</summary>
internal static class SpeedPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    public static void Write(SpeedMeasurement measurement, Stream output)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        ArgumentNullException.ThrowIfNull(output);
        SelfContainedPage.Write("speed", output, json => SpeedJson.Write(measurement, json));
    }
}

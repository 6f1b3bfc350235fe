using System.Text.Json;

namespace FastMd.Engine.Measuring;

/// <summary>A measurement as JSON. Times are in seconds.</summary>
internal static class SpeedJson
{
    /// <summary>Writes a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    public static void Write(SpeedMeasurement measurement, Stream output)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        Write(measurement, json);
    }

    internal static void Write(SpeedMeasurement measurement, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("documents", measurement.Documents);
        json.WriteNumber("failed", measurement.Failed);
        json.WriteNumber("inputBytes", measurement.InputBytes);
        json.WriteNumber("rounds", measurement.Rounds);
        json.WriteNumber("serialFraction", measurement.SerialFraction);
        json.WriteNumber("recommendedWorkers", measurement.RecommendedWorkers);
        json.WriteStartObject("secondsByStage");
        foreach (var (name, time) in measurement.Parts())
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(name), time.TotalSeconds);
        }

        json.WriteEndObject();
        json.WriteStartArray("points");
        foreach (var point in measurement.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("workers", point.Workers);
            json.WriteNumber("seconds", point.Elapsed.TotalSeconds);
            json.WriteNumber("documentsPerSecond", measurement.DocumentsPerSecond(point));
            json.WriteNumber("megabytesPerSecond", measurement.MegabytesPerSecond(point));
            json.WriteNumber("speedUp", point.SpeedUp);
            json.WriteNumber("expectedSpeedUp", AmdahlFit.SpeedUp(measurement.SerialFraction, point.Workers));
            json.WriteNumber("efficiency", point.Efficiency);
            json.WriteNumber("busy", point.Busy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

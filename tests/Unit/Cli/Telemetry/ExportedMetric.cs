namespace FastMd.Tests.Unit.Cli.Telemetry;

/// <summary>One point of one metric, as a collector gets it.</summary>
/// <param name="Name">The instrument.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Attributes">The point's attributes.</param>
/// <param name="Value">The sum, of measurements or of a histogram's.</param>
/// <param name="Boundaries">A histogram's.</param>
internal sealed record ExportedMetric(
    string Name, string Unit, IReadOnlyDictionary<string, object> Attributes, double Value, IReadOnlyList<double> Boundaries)
{
    // Numbers of fields in opentelemetry/proto/metrics/v1/metrics.proto.
    public static IEnumerable<ExportedMetric> In(ProtobufMessage request)
        => from resource in request.Messages(1)
           from scope in resource.Messages(2)
           where scope.Message(1)!.Text(1) == "FastMd"
           from metric in scope.Messages(2)
           from point in (metric.Message(7) ?? metric.Message(9))!.Messages(1)
           select metric.Has(9)
               ? new ExportedMetric(metric.Text(1), metric.Text(3), ExportedAttributes.In(point, 9), point.Real(5), point.Reals(7))
               : new ExportedMetric(metric.Text(1), metric.Text(3), ExportedAttributes.In(point, 7), point.Has(6) ? point.Integer(6) : point.Real(4), []);
}

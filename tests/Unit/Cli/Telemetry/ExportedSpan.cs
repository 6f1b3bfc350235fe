namespace FastMd.Tests.Unit.Cli.Telemetry;

/// <summary>One span, as a collector gets it.</summary>
internal sealed record ExportedSpan(
    string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, object> Attributes, string StatusMessage, IReadOnlyList<string> Events)
{
    // Numbers of fields in opentelemetry/proto/trace/v1/trace.proto.
    public static IEnumerable<ExportedSpan> In(ProtobufMessage request)
        => from resource in request.Messages(1)
           from scope in resource.Messages(2)
           where scope.Message(1)!.Text(1) == "FastMd"
           from span in scope.Messages(2)
           select new ExportedSpan(
               span.Text(5),
               span.Hex(1),
               span.Hex(2),
               span.Hex(4),
               ExportedAttributes.In(span, 9),
               span.Message(15)?.Text(2) ?? "",
               [.. span.Messages(11).Select(happened => happened.Text(2))]);
}

namespace FastMd.Tests.Unit.Cli.Telemetry;

/// <summary>Attributes, as a collector gets them.</summary>
internal static class ExportedAttributes
{
    // Numbers of fields in opentelemetry/proto/common/v1/common.proto.
    public static IReadOnlyDictionary<string, object> In(ProtobufMessage message, int number)
        => message.Messages(number).ToDictionary(
            attribute => attribute.Text(1),
            object (attribute) => attribute.Message(2)! is var value && value.Has(1) ? value.Text(1) : value.Integer(3));

    /// <summary>What a request says of who sends it.</summary>
    public static IReadOnlyDictionary<string, object> OfResource(ProtobufMessage request) => In(request.Message(1)!.Message(1)!, 1);
}

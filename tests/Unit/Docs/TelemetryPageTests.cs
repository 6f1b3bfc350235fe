using System.Diagnostics;
using System.Diagnostics.Metrics;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Telemetry;
using FastMd.Tests.Unit.Telemetry;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>docs/telemetry.md has the instruments and spans there are, as a listener hears them.</summary>
[Collection(Alone.Name)]
public class TelemetryPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    [Fact]
    public void The_page_lists_every_instrument_with_its_unit_attributes_and_meaning()
    {
        using var heard = new RecordedMeasurements();
        FastMdMeter.Record(Telemetry.Measuring.Document with { Attempts = 2 });
        FastMdMeter.CacheHit("links");
        FastMdMeter.CacheMiss("links");
        heard.Observe();

        Assert.Equal(
            heard.Instruments.Select(instrument => Row(instrument, heard)),
            Table("| name | kind |"));
    }

    [Fact]
    public void The_page_lists_every_span_with_its_attributes()
    {
        using var heard = new RecordedSpans();
        var batch = FastMdActivities.StartBatch();
        var document = FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000);
        FastMdActivities.End(FastMdActivities.StartAttempt(document, 1), "converted", 1500);
        FastMdActivities.End(document, "converted", 1500);
        FastMdActivities.End(batch);

        Assert.Equal(
            heard.Ended.Reverse().Select(span => $"| `{span.OperationName}` | {Names(span.TagObjects.Select(tag => tag.Key))} |"),
            Table("| span |").Select(row => row[..(row.LastIndexOf(" | ", StringComparison.Ordinal) + 2)]));
    }

    [Fact]
    public void The_page_names_every_attribute_and_the_values_of_those_that_have_few()
    {
        var table = string.Join('\n', Table("| attribute |"));

        Assert.All(
            typeof(TelemetryAttributes).GetFields().Select(attribute => (string)attribute.GetRawConstantValue()!)
                .Concat(Enum.GetValues<ConversionStatus>().Select(AttributeValue.Of))
                .Concat(Enum.GetValues<DocumentFormat>().Select(AttributeValue.Of))
                .Concat(Enum.GetValues<SizeTier>().Select(AttributeValue.Of)),
            name => Assert.Contains($"`{name}`", table, StringComparison.Ordinal));
    }

    private static string Row(Instrument instrument, RecordedMeasurements heard)
        => $"| `{instrument.Name}` | {Kind(instrument)} | `{instrument.Unit}` | {Names(heard.Of(instrument.Name)[0].Attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(attribute => attribute.Split('=')[0]))} | {instrument.Description} |";

    private static string Kind(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> => "histogram",
        ObservableUpDownCounter<long> => "up-down counter",
        _ => throw new UnreachableException($"The page has no word for {instrument.GetType()}."),
    };

    private static string Names(IEnumerable<string> attributes) => string.Join(", ", attributes.Select(attribute => $"`{attribute}`"));

    private static IEnumerable<string> Table(string head)
        => Page.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
}

using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

public class AttributeValueTests
{
    [Fact]
    public void Values_are_in_lower_case_with_underscores_between_words()
    {
        Assert.Equal("timed_out", AttributeValue.Of(ConversionStatus.TimedOut));
        Assert.Equal("markdown", AttributeValue.Of(DocumentFormat.Markdown));
        Assert.Equal("tiny", AttributeValue.Of(default(SizeTier)));
    }

    [Fact]
    public void A_value_without_a_name_is_another()
        => Assert.Equal("other", AttributeValue.Of((SizeTier)99));

    [Fact]
    public void Asking_again_allocates_nothing()
    {
        AttributeValue.Of(SizeTier.Huge);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            AttributeValue.Of(SizeTier.Huge);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

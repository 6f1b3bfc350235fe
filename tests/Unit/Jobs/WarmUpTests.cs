using FastMd.Engine.Jobs;

namespace FastMd.Tests.Unit.Jobs;

public sealed class WarmUpTests
{
    [Fact]
    public async Task The_sample_passes_through_the_converter()
        => await WarmUp.StartAsync(new() { BasePath = "/" });
}

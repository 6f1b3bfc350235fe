using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>
/// Documents made to be slow cost as much more as they are longer, and not the square of it. bench/growth has the documents; here it looks
/// at short ones, in a process of its own, by the processor time of a single thread, again where something grows too fast.
/// </summary>
public class GrowthTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("commonmark")]
    [InlineData("gfm")]
    [InlineData("mdx")]
    [InlineData("md to mdx")]
    public async Task Time_grows_with_the_document_and_not_with_its_square(string read)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "FastMd.Growth.dll"), "--short", "--read", read],
            new Dictionary<string, string?>(),
            Patience,
            TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
    }
}

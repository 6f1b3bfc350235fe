using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>
/// Random documents mean what others who read them say: a short form, always of the same documents, of what <c>tests/oracle</c> does with as
/// many as one likes.
/// </summary>
public class OracleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task Random_documents_mean_what_two_peers_make_of_them(int seed, int allowed)
    {
        await NodePackages.RequireAsync();

        var (exitCode, output) = await ChildProcess.RunAsync(
            "node",
            [
                "oracle.mjs", "--flavor", "commonmark", "--count", "1500", "--seed", $"{seed}", "--allowed", $"{allowed}", "--show", "5",
                "--fastmd", $"dotnet {Path.Combine(AppContext.BaseDirectory, "fastmd.dll")}",
            ],
            new Dictionary<string, string?>(),
            TimeSpan.FromMinutes(5),
            TestContext.Current.CancellationToken,
            NodePackages.Folder);

        Assert.True(exitCode == 0, output);
    }
}

using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>
/// Random documents mean what others who read them say: a short form, always of the same documents, of what <c>tests/oracle</c> does with as
/// many as one likes.
/// </summary>
public class OracleTests
{
    [Theory]
    [InlineData("commonmark", 1, 1)]
    [InlineData("commonmark", 2, 0)]
    [InlineData("mdx", 3, 0)]
    [InlineData("mdx", 4, 0)]
    public Task Random_documents_mean_what_others_make_of_them(string flavour, int seed, int allowed) => JudgeAsync(flavour, seed, allowed);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public Task Random_documents_mean_what_GitHubs_parser_makes_of_them(int seed)
    {
        Assert.SkipUnless(Programs.Has("cmark-gfm"), "cmark-gfm is not installed.");
        return JudgeAsync("gfm", seed, allowed: 0);
    }

    [Fact]
    public async Task No_word_of_the_documentation_is_lost()
    {
        await NodePackages.RequireAsync();

        var (exitCode, output) = await RunAsync("words.mjs", Path.Combine(Repository.Root, "README.md"), Path.Combine(Repository.Root, "docs"));

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("\n0 documents", '\n' + output, StringComparison.Ordinal);
    }

    private static async Task JudgeAsync(string flavour, int seed, int allowed)
    {
        await NodePackages.RequireAsync();

        var (exitCode, output) = await RunAsync(
            "oracle.mjs", "--flavor", flavour, "--count", "1500", "--seed", $"{seed}", "--allowed", $"{allowed}", "--show", "5");

        Assert.True(exitCode == 0, output);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => ChildProcess.RunAsync(
        "node",
        [.. arguments, "--fastmd", $"dotnet {Path.Combine(AppContext.BaseDirectory, "fastmd.dll")}"],
        new Dictionary<string, string?>(),
        TimeSpan.FromMinutes(5),
        TestContext.Current.CancellationToken,
        NodePackages.Folder);
}

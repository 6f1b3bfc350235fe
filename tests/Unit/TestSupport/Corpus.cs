namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Real documents and specifications that are not part of the project: <c>FASTMD_CORPUS</c>, else <c>../shared/corpus</c>.</summary>
internal static class Corpus
{
    /// <summary>A file or folder of the corpus; the test is skipped, and says so, where it is absent.</summary>
    public static string Require(params string[] segments)
    {
        var root = Environment.GetEnvironmentVariable("FASTMD_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Repository.Root, "..", "shared", "corpus");
        var path = Path.GetFullPath(Path.Combine([root, .. segments]));
        Assert.SkipUnless(Path.Exists(path), $"The corpus is not here: {path} (set FASTMD_CORPUS to its folder).");
        return path;
    }
}

using FastMd.Engine.Jobs.Cluster;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Cluster;

/// <summary>A job is input from outside: what it names is read and written in the folders of the worker, or not at all.</summary>
public sealed class WirePathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WirePaths _paths;

    public WirePathsTests()
    {
        _folder.Write("base/docs/a.md", "# A");
        _folder.Write("secret.md", "secret");
        _paths = new(_folder.At("base"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paths_in_the_folder_travel_as_relative_ones_and_others_as_they_are()
    {
        Assert.Equal("docs/a.md", _paths.Of(_folder.At("base", "docs", "a.md")));
        Assert.Equal(".", _paths.Of(_folder.At("base")));
        Assert.Equal(_folder.At("based", "a.md"), _paths.Of(_folder.At("based", "a.md")));
    }

    [Fact]
    public void Names_lead_to_the_same_place_in_the_folder_of_another_machine()
    {
        Assert.Equal(_folder.At("base", "docs", "a.md"), _paths.ToSource("docs/a.md"));
        Assert.Equal(_folder.At("base", "docs", "a.md"), _paths.ToSource(_folder.At("base", "docs", "a.md")));
        Assert.Equal(_folder.At("base"), _paths.ToLocal("."));
        Assert.Equal(_folder.At("base", "site", "new", "a.html"), _paths.ToOutput("site/new/a.html"));
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("docs/../../secret.md")]
    [InlineData("/etc/passwd")]
    [InlineData("docs/\0.md")]
    public void Names_that_lead_out_of_the_folder_are_refused(string name)
    {
        Assert.Contains("--base", Assert.Throws<InvalidDataException>(() => _paths.ToSource(name)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => _paths.ToOutput(name));
        Assert.Throws<InvalidDataException>(() => _paths.ToLocal(name));
    }

    [Fact]
    public void Names_may_be_seen_from_above_the_folder_that_they_have_to_be_in()
    {
        var paths = new WirePaths(_folder.Path, _folder.At("base"));

        Assert.Equal(_folder.At("base", "docs", "a.md"), paths.ToSource("base/docs/a.md"));
        Assert.Throws<InvalidDataException>(() => paths.ToSource("secret.md"));
        Assert.Throws<InvalidDataException>(() => paths.ToOutput("base"));
    }

    [Fact]
    public void The_folder_itself_is_no_file() => Assert.Throws<InvalidDataException>(() => _paths.ToOutput("."));

    [Fact]
    public void Links_that_lead_out_of_the_folder_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a right on Windows.");
        Directory.CreateSymbolicLink(_folder.At("base", "out"), _folder.Path);
        File.CreateSymbolicLink(_folder.At("base", "leak.md"), _folder.At("secret.md"));
        File.CreateSymbolicLink(_folder.At("base", "near.md"), _folder.At("base", "docs", "a.md"));

        Assert.Throws<InvalidDataException>(() => _paths.ToSource("out/secret.md"));
        Assert.Throws<InvalidDataException>(() => _paths.ToSource("leak.md"));
        Assert.Throws<InvalidDataException>(() => _paths.ToOutput("out/new.html"));
        Assert.Throws<InvalidDataException>(() => _paths.ToLocal("out"));
        Assert.Equal(_folder.At("base", "near.md"), _paths.ToSource("near.md"));
    }
}

using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Architecture;

/// <summary>What is shipped of others is named, with its licence.</summary>
public class NoticesTests
{
    private static readonly string[] Notices = File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt"));

    private static readonly string[] Shipped =
    [
        .. Libraries(Path.Combine(Repository.Root, "src", "FastMd.Cli", "bin", Configuration, "net10.0")),
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "out", "FastMd")).SelectMany(version => Libraries(Path.Combine(version, "Dependencies"))),
    ];

    private static string Configuration => Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    [Fact]
    public void Every_library_that_is_shipped_is_named()
    {
        Assert.Contains("Markdig", Shipped);
        Assert.Empty(Shipped.Except(Notices));
    }

    [Fact]
    public void Every_script_that_is_shipped_and_not_ours_is_named()
    {
        var scripts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.min.js", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .ToArray();

        Assert.Equal(["uPlot"], scripts);
        Assert.Empty(scripts.Select(script => $"{script} (MIT)").Except(Notices));
    }

    [Theory]
    [InlineData("src/FastMd.Engine/FastMd.Engine.csproj")]
    [InlineData("build/Package/New-ModulePackage.ps1")]
    [InlineData("build/Package/Compress-Executable.ps1")]
    public void Every_package_has_the_notices(string packer)
        => Assert.Contains("THIRD-PARTY-NOTICES.txt", File.ReadAllText(Path.Combine(Repository.Root, packer)), StringComparison.Ordinal);

    private static IEnumerable<string> Libraries(string folder) => Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => !name.StartsWith("FastMd", StringComparison.OrdinalIgnoreCase));
}

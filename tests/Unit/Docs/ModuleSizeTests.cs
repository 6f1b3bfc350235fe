using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>The module is no larger than docs/size.md says.</summary>
public class ModuleSizeTests
{
    private static readonly string[] Components =
        ["FastMd.PowerShell", "FastMd.Engine", "Markdig", "AngleSharp", "YamlDotNet", "Tomlyn", "Microsoft.ML.Tokenizers", "Google.Protobuf", "System.Diagnostics.DiagnosticSource", "System.IO.Pipelines", "System.Threading.RateLimiting", "NATS", "Microsoft.Extensions"];

    [Fact]
    public void Each_component_of_the_module_is_within_its_budget()
    {
        var module = Directory.GetDirectories(Path.Combine(Repository.Root, "out", "FastMd")).Single();
        var platforms = Directory.GetDirectories(Path.Combine(module, "Dependencies")).Length;

        var sizes = Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories)
            .Select(file => (Path: file, Parts: Path.GetRelativePath(module, file).Replace('\\', '/').Split('/')))
            .Where(file => !IsNativeExecutable(file.Parts))
            .GroupBy(file => ComponentOf(file.Parts), file => file.Path)
            .ToDictionary(files => files.Key, files => files.Sum(file => new FileInfo(file).Length));
        sizes["Precompiled"] /= Math.Max(platforms, 1);

        SizePage.AssertWithin("The module", sizes);
    }

    // It has a section of its own, and is there only where ./build.ps1 put it.
    private static bool IsNativeExecutable(string[] file) => file is ["bin", not "managed", ..];

    private static string ComponentOf(string[] file) => file switch
    {
        ["bin", "managed", ..] => "Workers",
        ["Dependencies", _, _] => "Precompiled",
        [.., var name] when name.EndsWith(".dll", StringComparison.Ordinal)
            => Components.SingleOrDefault(component => name.StartsWith(component, StringComparison.Ordinal)) ?? name,
        _ => "Help",
    };
}

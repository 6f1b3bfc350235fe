using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Context;

/// <summary>Small documents, each of which some tool destroys on the way to context.</summary>
public sealed class ContextCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Unit", "Context", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.out.md").Select(path => Path.GetFileName(path)[..^".out.md".Length]).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_of_them_are_there() => Assert.Equal(18, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_document_becomes_what_the_case_says(string name)
    {
        var (text, _) = await ConvertAsync(name);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".out.md")), text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_must_survive_does_and_what_must_go_is_gone(string name)
    {
        var (text, _) = await ConvertAsync(name);
        using var checks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "checks.json")));
        var check = checks.RootElement.GetProperty(name);

        Assert.All(check.GetProperty("keep").EnumerateArray(), kept => Assert.Contains(kept.GetString()!, text, StringComparison.Ordinal));
        Assert.All(check.GetProperty("gone").EnumerateArray(), gone => Assert.DoesNotContain(gone.GetString()!, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_falls_back_to_the_source(string name)
    {
        var (_, diagnostics) = await ConvertAsync(name);

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.ContextKeptAsWritten);
    }

    private static async Task<(string Text, IReadOnlyList<Diagnostic> Diagnostics)> ConvertAsync(string name)
    {
        using var tree = new ContextTree
        {
            Target = new()
            {
                Context = new()
                {
                    Profile = name.EndsWith("balanced", StringComparison.Ordinal) ? ContextProfile.Balanced : ContextProfile.Lossless,
                    FrontMatter = ContextFrontMatter.Source,
                    Skip = ContextSteps.Links,
                },
            },
        };
        var source = Directory.GetFiles(Folder, name + ".in.*").Single();
        var document = "case" + Path.GetExtension(source);
        tree.Write(document, File.ReadAllText(source));
        var files = Path.Combine(Folder, name + ".files");
        foreach (var file in Directory.Exists(files) ? Directory.GetFiles(files, "*", SearchOption.AllDirectories) : [])
        {
            tree.Write(Path.GetRelativePath(files, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        var results = await tree.RunAsync();
        return (tree.Read(document + ".mdc"), results.Single(result => Path.GetFileName(result.SourcePath) == document).Diagnostics);
    }
}

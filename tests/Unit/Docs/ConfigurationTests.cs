using FastMd.Build.DocsGenerator;
using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>What the documentation takes from the code is as the code has it; <c>./build.ps1 -Task Docs</c> makes it so.</summary>
public sealed class ConfigurationTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    public static TheoryData<string> Generated => [.. GeneratedDocs.Of(Docs).Select(file => Path.GetRelativePath(Docs, file.Path))];

    [Theory]
    [MemberData(nameof(Generated))]
    public void The_documentation_is_what_the_code_makes_of_it(string name)
    {
        var (path, content) = GeneratedDocs.Of(Docs).Single(file => Path.GetRelativePath(Docs, file.Path) == name);
        var written = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        var differences = content.Split('\n').Except(written.Split('\n')).Select(line => $"+ {line}")
            .Concat(written.Split('\n').Except(content.Split('\n')).Select(line => $"- {line}"));
        Assert.True(
            content == written,
            $"docs/{name} is not what the code makes of it. If the change is meant, accept it with './build.ps1 -Task Docs'.\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void The_page_names_every_setting_at_every_door()
    {
        var rows = File.ReadAllLines(Path.Combine(Docs, "configuration.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Equal(SettingsTable.All.Count, rows.Count);
        Assert.All(SettingsTable.All.Zip(rows), pair => Assert.All(
            new[] { pair.First.Key, pair.First.Option, pair.First.Parameter, pair.First.EnvironmentVariable },
            name => Assert.Contains(name.Length > 0 ? $"| `{name}` |" : "| (only `fastmd`) |", pair.Second, StringComparison.Ordinal)));
        Assert.DoesNotContain(rows, row => row.Contains("|  | `FASTMD_", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_person_wrote_around_the_table_stays_and_old_rows_go()
    {
        const string Head = "| key | default | allowed | option | parameter | environment | meaning |\n";

        var page = SettingsTablePage.Renewed($"# A\n\n{Head}|---|\n| a row of old |\n\nB\n");

        Assert.StartsWith($"# A\n\n{Head}|---|---|", page, StringComparison.Ordinal);
        Assert.EndsWith(" |\n\nB\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a row of old", page, StringComparison.Ordinal);
        Assert.Equal(page, SettingsTablePage.Renewed(page));
    }

    [Fact]
    public void A_page_without_the_table_is_not_silently_left_as_it_is()
        => Assert.Throws<InvalidOperationException>(() => SettingsTablePage.Renewed("# A\n"));
}

using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Engine.Health;
using FastMd.Engine.Resources;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>docs/troubleshooting.md says of every row of the self-check, and of every error id of the module, what it means.</summary>
public class TroubleshootingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "troubleshooting.md"));

    private static readonly string Errors =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "FastMd.PowerShell", "Reporting", "DiagnosticErrors.cs"));

    [Fact]
    public void The_page_has_a_section_for_every_row_in_their_order()
    {
        using var folder = new TemporaryFolder();
        var rows = new HealthCheck(new()
        {
            Variable = _ => null,
            TemporaryFolder = folder.Path,
            Destination = folder.Path,
            Probe = new MachineProbe(),
            Worker = () => new(null, IsNative: false, "there is none"),
        }).Run();

        Assert.Equal(
            rows.Select(row => row.Check),
            Regex.Matches(Page, @"(?m)^### (?!"")(.+)$").Select(match => match.Groups[1].Value.TrimEnd()));
    }

    [Fact]
    public void The_page_has_a_row_for_every_error_id_and_for_no_other()
        => Assert.Equal(
            Regex.Matches(Errors, @"""(\w+)"",\s+ErrorCategory").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            Rows().Select(cells => cells[0].Trim('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_error_id_of_a_diagnostic_names_its_code()
        => Assert.All(
            Regex.Matches(Errors, @"DiagnosticCodes\.(\w+) => \(""(\w+)""").Select(match => (Constant: match.Groups[1].Value, Id: match.Groups[2].Value)),
            error => Assert.Contains(
                $"[{typeof(DiagnosticCodes).GetField(error.Constant)!.GetRawConstantValue()}]",
                Rows().Single(cells => cells[0] == $"`{error.Id}`")[1],
                StringComparison.Ordinal));

    [Fact]
    public void Every_error_id_says_what_happened_why_and_what_to_do_or_where_that_stands()
        => Assert.All(Rows(), cells => Assert.True(
            cells is [_, var code] ? code.Contains("](diagnostics.md#", StringComparison.Ordinal) : cells.Length == 4 && cells.All(cell => cell.Length > 0),
            cells[0]));

    [Fact]
    public void The_about_topic_names_every_error_id()
    {
        var about = File.ReadAllText(Path.Combine(Repository.Root, "docs", "about_FastMd.md"));

        Assert.All(Rows(), cells => Assert.Contains(cells[0], about, StringComparison.Ordinal));
    }

    private static IEnumerable<string[]> Rows()
        => Page.Split('\n')
            .SkipWhile(line => line != "## Error ids in PowerShell")
            .TakeWhile(line => line != "## The self-check")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}

using System.Text.RegularExpressions;
using FastMd.Engine.Health;
using FastMd.Engine.Resources;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>docs/troubleshooting.md says of every row of the self-check what it means.</summary>
public class TroubleshootingPageTests
{
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
        }).Run();

        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "troubleshooting.md"));

        Assert.Equal(
            rows.Select(row => row.Check),
            Regex.Matches(page, @"(?m)^## (?!"")(.+)$").Select(match => match.Groups[1].Value.TrimEnd()));
    }
}

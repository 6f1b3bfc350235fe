using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class RepeatedWarningsTests
{
    [Fact]
    public void The_first_places_are_told_of_and_the_others_counted()
    {
        var all = Enumerable.Range(1, 25).SelectMany(line => new[] { Dead("gone.md", line), Diagnostic.Warning("FM9999", $"It is {line}.", line) }).ToArray();

        var counted = RepeatedWarnings.Count(all);

        var dead = counted.Where(diagnostic => diagnostic.Code == DiagnosticCodes.DeadLink).ToArray();
        Assert.Equal(Enumerable.Range(1, RepeatedWarnings.MostPlaces), dead.Select(diagnostic => diagnostic.Line));
        Assert.All(dead[..^1], diagnostic => Assert.Equal(Dead("gone.md", diagnostic.Line), diagnostic));
        Assert.Equal($"{Dead("gone.md", 10).Message} And 15 more like it in this document.", dead[^1].Message);
        Assert.Equal(25, counted.Count(diagnostic => diagnostic.Code == "FM9999"));
        Assert.Equal(counted.OrderBy(diagnostic => diagnostic.Line), counted);
    }

    [Fact]
    public void Few_of_each_kind_are_all_told_of()
    {
        var all = Enumerable.Range(1, 10).SelectMany(line => new[] { Dead("gone.md", line), Dead("lost.md", line) }).ToArray();

        Assert.Same(all, RepeatedWarnings.Count(all));
    }

    [Fact]
    public void Errors_are_all_told_of()
    {
        var all = Enumerable.Range(1, 25).Select(line => Dead("gone.md", line) with { Severity = DiagnosticSeverity.Error }).ToArray();

        Assert.Equal(all, RepeatedWarnings.Count(all));
    }

    private static Diagnostic Dead(string target, int line) => new(
        DiagnosticSeverity.Warning, DiagnosticCodes.DeadLink, new DeadLink(target, LinkKind.Link, "/docs", new("/docs/" + target), LinkAdvice.None, null), line, 1);
}

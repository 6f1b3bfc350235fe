using System.Globalization;
using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

/// <summary>Front matter that would overflow a parser's stack or fill the memory is refused, cheaply.</summary>
public class FrontMatterLimitTests
{
    public static TheoryData<string, string> Attacks => new()
    {
        { "sixty thousand open brackets", "a: " + new string('[', 60_000) },
        { "fifteen thousand nested mappings", string.Concat(Enumerable.Repeat("{a: ", 15_000)) },
        { "thirty thousand nested sequences", string.Concat(Enumerable.Repeat("- ", 30_000)) + "x" },
        { "nine levels of aliases", Aliases(levels: 9, width: 9) },
        { "one level too many", "a: " + new string('[', 64) + new string(']', 64) },
        { "one character too many", "a: " + new string('x', (64 * 1024) - 2) },
        { "more aliases than allowed", "a: &x 1\nb: [" + string.Concat(Enumerable.Repeat("*x, ", 101)) + "]\n" },
        { "few aliases to a large value", "a: &x [" + string.Concat(Enumerable.Repeat("1,", 20_000)) + "]\nb: [*x, *x, *x, *x, *x]\n" },
        { "a megabyte", "a: " + new string('x', 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_is_beyond_the_limits_is_refused(string name, string yaml)
    {
        Assert.NotEmpty(name);
        var refusal = Assert.Throws<DocumentException>(() => Parse(yaml)).Diagnostic;

        Assert.Equal((DiagnosticSeverity.Error, DiagnosticCodes.FrontMatterRefused), (refusal.Severity, refusal.Code));
        Assert.True(refusal.Line >= FrontMatterBlock.FirstFencedLine);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_refusal_costs_no_more_than_reading_honest_front_matter_of_full_size(string name, string yaml)
    {
        Assert.NotEmpty(name);
        var honest = "a: [" + string.Concat(Enumerable.Repeat("1,", 32_000)) + "]\n";

        // Memory taken is work done, and the same on every machine.
        var cost = Allocated(() => Parse(yaml));
        Assert.InRange(cost, 0, Allocated(() => Parse(honest)));
    }

    [Fact]
    public void What_is_within_the_limits_is_read()
    {
        Assert.Single(Parse("a: " + new string('[', 63) + new string(']', 63))!);
        Assert.Equal(2, Parse("a: &x 1\nb: [" + string.Concat(Enumerable.Repeat("*x, ", 100)) + "]\n")!.Count);
        Assert.Single(Parse("a: " + new string('x', 65_000))!);
    }

    private static IReadOnlyDictionary<string, object?>? Parse(string yaml)
    {
        FrontMatter.TryParse(new(yaml.AsMemory(), 0, 0), [], out var data);
        return data;
    }

    private static long Allocated(Action work)
    {
        RunTolerantly(work);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RunTolerantly(work);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void RunTolerantly(Action work)
    {
        try
        {
            work();
        }
        catch (DocumentException)
        {
            // The refusal is another test's.
        }
    }

    private static string Aliases(int levels, int width)
    {
        var yaml = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level <= levels; level++)
        {
            var references = string.Join(", ", Enumerable.Repeat($"*l{level - 1}", width));
            yaml.Append(CultureInfo.InvariantCulture, $"l{level}: &l{level} [{references}]\n");
        }

        return yaml.ToString();
    }
}

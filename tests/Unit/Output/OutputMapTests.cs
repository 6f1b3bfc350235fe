using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Output;

public class OutputMapTests
{
    private static readonly string Root = Path.GetFullPath(Path.GetTempPath());
    private static readonly string Destination = Path.Combine(Root, "site");
    private static readonly string Base = Path.Combine(Root, "docs");

    [Theory]
    [InlineData("a.md", "a.html")]
    [InlineData("deep/er/a.markdown", "deep/er/a.html")]
    [InlineData("README", "README.html")]
    [InlineData("v1.2/a.b.md", "v1.2/a.b.html")]
    [InlineData("...md", "...html")]
    [InlineData("Grüße 世界.md", "Grüße 世界.html")]
    public void A_document_keeps_its_place_and_changes_its_extension(string source, string output)
        => Assert.Equal(Path.Combine(Destination, output.Replace('/', Path.DirectorySeparatorChar)), OutputOf(source));

    [Fact]
    public void A_base_above_the_document_shows_in_the_output()
        => Assert.Equal(
            Path.Combine(Destination, "docs", "a.html"), new OutputMap(Destination, ".html").OutputOf(Path.Combine(Base, "a.md"), Root));

    [Theory]
    [InlineData("../a.md")]
    [InlineData("../docs2/a.md")]
    [InlineData("")]
    public void A_document_that_is_not_under_the_base_has_no_output(string source)
        => Assert.Equal(DiagnosticCodes.OutputOutsideDestination, RefusalOf(Path.GetFullPath(Path.Combine(Base, source))).Code);

    [Theory]
    [InlineData("con.md")]
    [InlineData("deep/NUL/a.md")]
    [InlineData("aux.notes.md")]
    [InlineData("Com1.md")]
    [InlineData("lpt³.md")]
    [InlineData("prn .md")]
    [InlineData("a:b.md")]
    [InlineData("a:b/c.md")]
    public void Names_that_mean_something_else_on_windows_are_refused_everywhere(string source)
    {
        var refusal = RefusalOf(Path.Combine(Base, source));

        Assert.Equal(DiagnosticCodes.OutputNameNotPortable, refusal.Code);
        Assert.Contains("rename", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what?.md", "'?'")]
    [InlineData("a*.md", "'*'")]
    [InlineData("say \"x\".md", "'\"'")]
    [InlineData("a<b.md", "'<'")]
    [InlineData("a>b/c.md", "'>'")]
    [InlineData("a|b.md", "'|'")]
    [InlineData("a\nb.md", @"'a\u000ab.html'")]
    [InlineData("a\tb.md", "control characters")]
    [InlineData("a\u0007/b.md", "control characters")]
    [InlineData("notes./a.md", "at the end of a name")]
    [InlineData("notes /a.md", "at the end of a name")]
    [InlineData(".../a.md", "at the end of a name")]
    public void Names_that_windows_cannot_have_are_refused_everywhere_in_one_line(string source, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && reason == "at the end of a name", "Windows has dropped it already.");
        var refusal = RefusalOf(Path.Combine(Base, source));

        Assert.Equal(DiagnosticCodes.OutputNameNotPortable, refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refusal.Message, char.IsControl);
    }

    [Theory]
    [InlineData("a.", "a.html")]
    [InlineData("a .md", "a .html")]
    public void What_matters_is_the_name_of_the_output(string source, string output)
        => Assert.Equal(Path.Combine(Destination, output), OutputOf(source));

    [Theory]
    [InlineData("img/a?.png")]
    [InlineData("img/a.")]
    [InlineData("img./a.png")]
    public void Files_that_go_along_have_portable_names_too(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && file.Contains('.') && !file.Contains('?'), "Windows has dropped it already.");
        Assert.Equal(
            DiagnosticCodes.OutputNameNotPortable,
            Assert.Throws<DocumentException>(() => new OutputMap(Destination, ".html").CopyOf(Path.Combine(Base, file), Base)).Diagnostic.Code);
    }

    [Theory]
    [InlineData("a\\b", true)]
    [InlineData("..", true)]
    [InlineData(".", true)]
    [InlineData("", true)]
    [InlineData("COM", false)]
    [InlineData("COM10.html", false)]
    [InlineData("icon.html", false)]
    [InlineData(".con", false)]
    [InlineData("con-notes.html", false)]
    public void A_segment_is_a_portable_name_or_not(string segment, bool refused)
        => Assert.Equal(refused, PortableName.Problem(segment) is not null);

    [Fact]
    public void No_output_ever_lies_outside_the_destination()
        => Property.Holds(
            Gen.Zip(Paths, Paths),
            paths =>
            {
                try
                {
                    var (source, folder) = paths;
                    var output = new OutputMap(Destination, ".html").OutputOf(Base + source, Base + folder);
                    return Path.GetFullPath(output) == output
                        && output.StartsWith(Destination + Path.DirectorySeparatorChar, StringComparison.Ordinal);
                }
                catch (DocumentException refused)
                {
                    return refused.Diagnostic.Code is DiagnosticCodes.OutputOutsideDestination or DiagnosticCodes.OutputNameNotPortable;
                }
            });

    private static FsCheck.Gen<string> Paths => Property.TextOf("/", "/", "..", ".", "a", "b.md", "\\", ":", " ", "C:", "~", "//", "docs", "site", "\n", "%2e", "é");

    private static string OutputOf(string source) => new OutputMap(Destination, ".html").OutputOf(Path.Combine(Base, source), Base);

    private static Diagnostic RefusalOf(string path)
        => Assert.Throws<DocumentException>(() => new OutputMap(Destination, ".html").OutputOf(path, Base)).Diagnostic;
}

using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Annotations;
using FsCheck;
using FsCheck.Fluent;
using Property = FastMd.Tests.Unit.TestSupport.Property;

namespace FastMd.Tests.Unit.Documents.Annotations;

public class AnnotationTests
{
    private static readonly Gen<(string Path, string Message)> Texts =
        from path in Gen.OneOf(Property.AnyText, Property.TextOf("%", "25", "2C", "3A", ",", ":", "\n", "\r", "::", "a.md"))
        from message in Gen.OneOf(Property.AnyText, Property.TextOf("%", "25", "0A", "AZP25", "]", ";", "\n", "\r", "::", "##vso[", "x"))
        select (path, message);

    [Fact]
    public void GitHub_is_told_file_line_column_and_code()
        => Assert.Equal(
            "::error file=docs/a%2Cb.md,line=3,col=7,title=FM2001::50%25 too deep",
            GitHubAnnotation.Line("docs/a,b.md", Diagnostic.Error("FM2001", "50% too deep", 3, 7)));

    [Theory]
    [InlineData("/repo/docs/a.md", "/repo", "/repo/docs", "docs/a.md")]
    [InlineData("/repo/docs/a.md", null, "/repo/docs", "a.md")]
    [InlineData("/repo/docs/a.md", "", "/repo", "docs/a.md")]
    [InlineData("/repo/docs/a.md", "/elsewhere", "/repo", "docs/a.md")]
    [InlineData("/repository/a.md", "/repo", "/repo", "/repository/a.md")]
    [InlineData("(text)", "/repo", "/repo", "(text)")]
    public void GitHub_finds_a_document_from_the_root_of_the_repository(string path, string? workspace, string workingDirectory, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such paths are not absolute there.");

        Assert.Equal(expected, GitHubAnnotation.PathOf(path, workspace, workingDirectory));
    }

    [Fact]
    public void Azure_is_told_file_line_column_and_code()
        => Assert.Equal(
            "##vso[task.logissue type=warning;sourcepath=/docs/a%3Bb.md;linenumber=3;columnnumber=7;code=FM1101]50%AZP25 invalid",
            AzureAnnotation.Line("/docs/a;b.md", Diagnostic.Warning("FM1101", "50% invalid", 3, 7)));

    [Fact]
    public void A_diagnostic_without_a_position_is_shown_at_the_first_line()
    {
        var diagnostic = Diagnostic.Error("FM1004", "Gone.");

        Assert.Contains(",line=1,col=1,", GitHubAnnotation.Line("a.md", diagnostic), StringComparison.Ordinal);
        Assert.Contains(";linenumber=1;columnnumber=1;", AzureAnnotation.Line("a.md", diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_that_is_about_no_document_has_no_place()
    {
        var diagnostic = Diagnostic.Warning("FM4007", "Slow.");

        Assert.Equal("::warning title=FM4007::Slow.", GitHubAnnotation.Line(null, diagnostic));
        Assert.Equal("##vso[task.logissue type=warning;code=FM4007]Slow.", AzureAnnotation.Line(null, diagnostic));
    }

    [Fact]
    public void Whatever_is_in_path_and_message_GitHub_reads_back()
        => Property.Holds(Texts, texts =>
        {
            var line = GitHubAnnotation.Line(texts.Path, Diagnostic.Error("FM1001", texts.Message, 1, 2));
            var parts = Regex.Match(line, @"\A::error file=([^:,\r\n]*),line=1,col=2,title=FM1001::([^\r\n]*)\z");
            return parts.Success && Decoded(parts.Groups[1].Value) == texts.Path && Decoded(parts.Groups[2].Value) == texts.Message;

            static string Decoded(string text) => text
                .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
                .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)
                .Replace("%25", "%", StringComparison.Ordinal);
        });

    [Fact]
    public void Whatever_is_in_path_and_message_Azure_reads_back()
        => Property.Holds(Texts, texts =>
        {
            var line = AzureAnnotation.Line(texts.Path, Diagnostic.Error("FM1001", texts.Message, 1, 2));
            var parts = Regex.Match(
                line, @"\A##vso\[task\.logissue type=error;sourcepath=([^;\]\r\n]*);linenumber=1;columnnumber=2;code=FM1001\]([^\r\n]*)\z");
            return parts.Success && Decoded(parts.Groups[1].Value) == texts.Path && Decoded(parts.Groups[2].Value) == texts.Message;

            static string Decoded(string text) => text
                .Replace("%3B", ";", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
                .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal)
                .Replace("%AZP25", "%", StringComparison.Ordinal);
        });
}

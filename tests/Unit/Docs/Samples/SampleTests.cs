using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Tests.Unit.Context;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>Every sample in the documentation is run or checked by some test; here those that need no other program.</summary>
public class SampleTests
{
    // Who runs or checks what; JavaScript is run by clients/node/client/test/documentation.test.ts. A language that is not here has nobody.
    private static readonly HashSet<string> Languages = ["powershell", "sh", "console", "yaml", "json", "html", "csharp", "text", "mdx", "md", "js"];

    [Fact]
    public void There_is_somebody_for_every_sample()
        => Assert.All(
            Sample.All.Where(sample => !sample.IsCmdletHelp),
            sample => Assert.True(Languages.Contains(sample.Language), $"{sample}: nobody runs or checks '{sample.Language}'."));

    [Fact]
    public void A_json_sample_is_a_settings_file_without_a_mistake()
        => Assert.All(Of("json"), sample =>
        {
            using var folder = new TemporaryFolder();
            folder.Write(SettingsFile.FileName, sample.Code);

            Assert.NotEmpty(new SettingsResolver(_ => null, SettingsFile.FindUpward(folder.Path)).ResolveAll());
        });

    [Fact]
    public void An_html_sample_is_a_template()
        => Assert.All(Of("html"), sample => Assert.NotNull(PageTemplate.Parse(sample.Code, sample.ToString())));

    [Fact]
    public void A_csharp_sample_is_what_a_test_runs()
    {
        var test = Squeezed(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Unit", "Docs", "Samples", "EngineSampleTests.cs")));

        Assert.All(Of("csharp"), sample => Assert.All(
            sample.Code.Split('\n').Select(Squeezed).Where(line => line.Length > 0),
            line => Assert.Contains(line, test, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_mdx_sample_becomes_the_Markdown_that_follows_it()
    {
        var samples = Sample.All.Where(sample => sample.Language is "mdx" or "md").ToList();

        Assert.NotEmpty(samples);
        Assert.All(samples.Chunk(2), pair => Assert.Equal(
            pair[1].Code.TrimEnd(), ContextTree.Of(pair[0].Code, DocumentFormat.Mdx).TrimEnd()));
    }

    private static IEnumerable<Sample> Of(string language)
        => Sample.All.Where(sample => sample.Language == language) is var samples && samples.Any()
            ? samples
            : throw new InvalidOperationException($"There is no sample in {language}.");

    private static string Squeezed(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
}

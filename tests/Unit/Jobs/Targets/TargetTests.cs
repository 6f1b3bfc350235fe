using System.Reflection;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Mdx;
using FastMd.Engine.Pages;

namespace FastMd.Tests.Unit.Jobs.Targets;

public class TargetTests
{
    // What a record prints of these tells one value from another.
    private static readonly HashSet<Type> Printed =
    [
        typeof(string), typeof(bool), typeof(SyntaxExtensions?), typeof(MarkdownOptions), typeof(CodeOptions), typeof(PageOptions), typeof(MdxOptions), typeof(DocumentFilter), typeof(SourceKinds),
    ];

    public static TheoryData<Type> OptionRecords =>
        [typeof(HtmlTarget), typeof(JavaScriptTarget), typeof(MarkdownOptions), typeof(CodeOptions), typeof(PageOptions), typeof(MdxOptions), typeof(ReadingOptions), typeof(LinkOptions)];

    [Fact]
    public void The_setting_allows_the_targets_there_are()
        => Assert.Equal(SettingsTable.To.Allowed.Split(", "), TargetList.Names);

    [Fact]
    public void Every_target_reads_its_options_from_the_settings()
        => Assert.All(TargetList.Names, name =>
        {
            var settings = new SettingsResolver(_ => null, null);
            settings.Give(SettingsTable.To, name, "--to");
            Assert.Equal(name, TargetList.From(settings).Name);
            Assert.Equal(TargetList.DefaultOf(settings), TargetList.From(settings));
        });

    [Theory]
    [MemberData(nameof(OptionRecords))]
    public void Every_option_is_part_of_what_its_record_prints_and_so_of_the_fingerprint(Type record)
    {
        // The template is told apart by what stands in it.
        var options = record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.PropertyType != typeof(PageTemplate));

        Assert.All(options, option => Assert.True(
            option.PropertyType.IsEnum || Printed.Contains(option.PropertyType), $"{record.Name}.{option.Name}: a {option.PropertyType} prints no value"));
    }

    [Fact]
    public void A_new_option_anywhere_in_a_target_changes_the_fingerprint()
    {
        var before = Fingerprint(new HtmlTarget());

        Assert.NotEqual(before, Fingerprint(new HtmlTarget { Markdown = new(MarkdownFlavor.CommonMark) }));
        Assert.NotEqual(before, Fingerprint(new HtmlTarget { Components = ComponentHandling.Drop }));
        Assert.NotEqual(before, Fingerprint(new JavaScriptTarget()));
        Assert.NotEqual(before.Template, Fingerprint(new HtmlTarget { Page = PageTemplate.Default }).Template);
        Assert.Equal(before.Options, Fingerprint(new HtmlTarget { Page = PageTemplate.Default }).Options);
    }

    private static Engine.Output.State.BuildFingerprint Fingerprint(Target target)
        => JobFingerprint.Of(new() { BasePath = "/", Target = target });
}

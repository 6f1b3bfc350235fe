using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Documents;

/// <summary>What is read without a parser for all of YAML is what that parser reads.</summary>
public sealed class FlatFrontMatterTests
{
    private static readonly string[] Pieces =
    [
        "title", "a b", "ms.date", "1", "x-y", ":", ": ", ":  ", " ", "\n", "\r\n", "\r", "\t", "#", " # ", "'", "\"", "-", "- ", "?", "? ", "[", "]", "{", "}", ",",
        "|", ">", "&a", "*a", "!", "%", "@", "`", "~", "null", "true", "0x1F", "1e3", ".5", "2024-05-01", "10:30", "http://a.example/b#c", "é", "漢字", "\u0085",
        "\u00A0", "\u2028", "\uFEFF", "\U0001F600", "---", "...", "=", "<<", "/", "(", "$", "_", "\\", "+1", "<", "key: value\n", "other:\n", "third: 3\r\n",
    ];

    [Theory]
    [InlineData("title: Guide\n")]
    [InlineData("title: Guide")]
    [InlineData("title: Guide\r\nms.date: 05/10/2024\r\n")]
    [InlineData("title:\n\ndescription: A guide, with [brackets] and {braces} & more.\n")]
    [InlineData("online version: https://a.example/b?c=d#e\n")]
    [InlineData("title: Über 漢字\nnumber: 42\nflag: true\nnothing: null\n")]
    public void Lines_of_key_and_value_are_flat(string yaml)
    {
        Assert.NotNull(FlatFrontMatter.Read(yaml));
        Assert.True(IsWhatYamlReads(yaml));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("- a\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: b # c\n")]
    [InlineData("a: 'b'\n")]
    [InlineData("a: [b]\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: b\n# c\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a : b\n")]
    [InlineData("a:b\n")]
    [InlineData("a: b:\n")]
    [InlineData("a: b\u2028c: d\n")]
    [InlineData("a: b\rc: d\n")]
    [InlineData("\"a\": b\n")]
    [InlineData("a:\tb\n")]
    public void What_YAML_has_more_to_say_of_is_not(string yaml) => Assert.Null(FlatFrontMatter.Read(yaml));

    [Fact]
    public void Any_text_that_is_flat_is_what_YAML_reads()
        => Property.Holds(Property.TextOf(Pieces), IsWhatYamlReads, tries: 3000);

    [Fact]
    public void Any_lines_of_key_and_value_are_what_YAML_reads()
    {
        var line = Gen.Zip(Gen.Elements("title", "a b", "ms.date", "1", "x-y", "null"), Property.TextOf(Pieces), static (key, value) => $"{key}: {value}\n");

        Property.Holds(line.ListOf().Select(string.Concat), IsWhatYamlReads, tries: 3000);
        Property.Holds(line, IsWhatYamlReads, tries: 3000);
    }

    private static bool IsWhatYamlReads(string yaml) => IsWhatYamlReads(new FrontMatterBlock(yaml.AsMemory(), 0, 0));

    private static bool IsWhatYamlReads(FrontMatterBlock block)
    {
        if (FlatFrontMatter.Read(block.Content.Span) is not { } flat)
        {
            return true;
        }

        var diagnostics = new List<Diagnostic>();
        return FrontMatter.TryParseYaml(block, diagnostics, out var data) && diagnostics.Count == 0 && data is not null && flat.SequenceEqual(data);
    }
}

using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public class FrontMatterTests
{
    private readonly List<Diagnostic> _diagnostics = [];

    [Fact]
    public void Mappings_sequences_and_scalars_become_data_in_source_order()
    {
        var data = Parse("title: Guide\ntags: [b, a]\nauthor:\n  name: Ann\n  age: 42\n");

        Assert.Equal(["title", "tags", "author"], data!.Keys);
        Assert.Equal("Guide", data["title"]);
        Assert.Equal(["b", "a"], Assert.IsType<IReadOnlyList<object?>>(data["tags"], exactMatch: false));
        var author = Assert.IsType<IReadOnlyDictionary<string, object?>>(data["author"], exactMatch: false);
        Assert.Equal(42L, author["age"]);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_key_that_page_after_page_repeats_is_one_string()
        => Assert.Same(
            Parse("somewhat_unusual_key: 1\n")!.Keys.Single(),
            Parse("somewhat_unusual_key: 2\n")!.Keys.Single());

    [Theory]
    [InlineData("", null)]
    [InlineData("~", null)]
    [InlineData("null", null)]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    [InlineData("yes", "yes")]
    [InlineData("42", 42L)]
    [InlineData("-7", -7L)]
    [InlineData("+7", 7L)]
    [InlineData("007", 7L)]
    [InlineData("0x1F", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("1.5", 1.5)]
    [InlineData("1.", 1.0)]
    [InlineData(".5", 0.5)]
    [InlineData("-1e3", -1000.0)]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("-.Inf", double.NegativeInfinity)]
    [InlineData(".nan", double.NaN)]
    [InlineData("9223372036854775808", 9223372036854775808.0)]
    [InlineData("0xFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFF")]
    [InlineData("2024-05-01", "2024-05-01")]
    [InlineData("10:30", "10:30")]
    [InlineData("1_000", "1_000")]
    [InlineData("1,000", "1,000")]
    [InlineData("0x", "0x")]
    [InlineData("0o", "0o")]
    [InlineData("0o8", "0o8")]
    [InlineData("0xZ", "0xZ")]
    [InlineData("+", "+")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("v1", "v1")]
    [InlineData("'42'", "42")]
    [InlineData("\"true\"", "true")]
    [InlineData("!!str 42", "42")]
    [InlineData("|\n  two\n  lines", "two\nlines\n")]
    public void Scalars_follow_the_core_schema(string yaml, object? expected)
        => Assert.Equal(expected, Parse("key: " + yaml + "\n")!["key"]);

    [Fact]
    public void The_last_of_two_equal_keys_counts_with_a_warning_at_its_place()
    {
        var data = Parse("a: 1\nb: 2\na: 3\n");

        Assert.Equal(3L, data!["a"]);
        var warning = Assert.Single(_diagnostics);
        Assert.Equal((DiagnosticCodes.FrontMatterDuplicateKey, 4, 1), (warning.Code, warning.Line, warning.Column));
    }

    [Fact]
    public void An_alias_stands_for_what_its_anchor_holds()
    {
        var data = Parse("a: &x [1, 2]\nb: *x\n");

        Assert.Equal([1L, 2L], Assert.IsType<IReadOnlyList<object?>>(data!["b"], exactMatch: false));
    }

    [Theory]
    [InlineData("a: [1, 2\n", 2)]
    [InlineData("a: 1\nb: *nowhere\n", 3)]
    [InlineData("a: 1\n\tb: 2\n", 2)]
    [InlineData("? [complex]\n: value\n", 2)]
    [InlineData("{a: 1} trailing\n", 2)]
    [InlineData("a: 1\n--- second\n", 2)]
    public void Invalid_yaml_is_left_out_with_a_warning_at_its_place(string yaml, int line)
    {
        Assert.Null(Parse(yaml));

        var warning = Assert.Single(_diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.FrontMatterInvalid), (warning.Severity, warning.Code));
        Assert.InRange(warning.Line, line, line + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\n\n")]
    public void An_empty_block_is_front_matter_without_data(string yaml)
    {
        Assert.Null(Parse(yaml));
        Assert.Empty(_diagnostics);
    }

    [Theory]
    [InlineData("just text\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("42\n")]
    public void A_block_that_holds_no_mapping_is_no_front_matter(string yaml)
        => Assert.False(FrontMatter.TryParse(new(yaml.AsMemory(), 0, 0), _diagnostics, out _));

    [Fact]
    public void Whatever_stands_there_is_data_or_a_diagnostic()
        => Property.Holds(
            Property.TextOf(
                "a", "b", ": ", ":", "\n", " ", "  ", "- ", "? ", "[", "]", "{", "}", ",", "&x", "*x", "& ", "* ", "!", "!!str ", "!<", ">", "|",
                "'", "\"", "\\", "#", "%YAML 1.2", "%TAG ! x", "---", "...", "@", "`", "\t", "<<: ", "~", "0x", "1e999", "\uD800", "\\uD800", "\u0085", "\uFEFF"),
            yaml =>
            {
                try
                {
                    FrontMatter.TryParse(new(yaml.AsMemory(), 0, 0), [], out _);
                    return true;
                }
                catch (DocumentException)
                {
                    return true;
                }
            });

    private IReadOnlyDictionary<string, object?>? Parse(string yaml)
    {
        Assert.True(FrontMatter.TryParse(new(yaml.AsMemory(), 0, 0), _diagnostics, out var data));
        return data;
    }
}

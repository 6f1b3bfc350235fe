using System.Text;
using System.Text.Json;
using FastMd.Engine.Mdx.Program;

namespace FastMd.Tests.Unit.Mdx.Program;

public class SourceMapTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(1, "C")]
    [InlineData(-1, "D")]
    [InlineData(15, "e")]
    [InlineData(16, "gB")]
    [InlineData(-16, "hB")]
    [InlineData(123, "2H")]
    [InlineData(123456789, "qxmvrH")]
    public void Numbers_take_five_bits_a_digit_the_sign_first(int value, string digits)
    {
        var output = new StringBuilder();
        Base64Vlq.Append(output, value);

        Assert.Equal(digits, output.ToString());
    }

    [Fact]
    public void Places_are_told_from_the_place_before()
        => Assert.Equal("AAAA,IAAC;;GAED", SourceMap.Mappings("ab\ncd\r\nef", "0123456\n\n0123", [new(0, 0), new(4, 1), new(12, 7)]));

    [Fact]
    public void A_program_ends_with_a_map_of_where_it_comes_from()
    {
        const string Source = "---\na: b\n---\n\nimport A from 'a'\n\n# b\n\n{c(\n  d)}\n";
        var program = Compiled.Program(Source, new() { SourceMap = true });
        var comment = program.LastIndexOf("//# sourceMappingURL=data:application/json;charset=utf-8;base64,", StringComparison.Ordinal);
        using var map = JsonDocument.Parse(Convert.FromBase64String(program[(program.LastIndexOf(',') + 1)..].TrimEnd()));

        Assert.Equal('\n', program[comment - 1]);
        Assert.Equal(3, map.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(Source, map.RootElement.GetProperty("sourcesContent")[0].GetString());
        var mapped = Read(map.RootElement.GetProperty("mappings").GetString()!, program, Source);
        Assert.Contains(("import A", "import A"), mapped);
        Assert.Contains(("c(\n", "c(\n"), mapped);
        Assert.Contains(("_jsx(_co", "# b\n\n{c("), mapped);
        Assert.DoesNotContain(("props}, ", "---\na: b"), mapped);
    }

    [Theory]
    [InlineData("a\nbc")]
    [InlineData("a\r\nbc")]
    [InlineData("a\rbc")]
    [InlineData("a\u2028bc")]
    public void Whatever_ends_lines_of_JavaScript_ends_them(string program)
        => Assert.Equal("AAAA;CAAC", SourceMap.Mappings("ab", program, [new(0, 0), new(program.Length - 1, 1)]));

    [Fact]
    public void Each_word_of_code_and_each_line_has_its_place()
    {
        using var script = new ScriptText(100, keepsMarks: true);
        script.Append("_").AppendMarked("a1 + é\r\n(😀,b)", 10, static offset => offset * 2);

        Assert.Equal([new(1, 20), new(6, 30), new(9, 36), new(13, 44)], script.Marks);
    }

    [Fact]
    public void Without_the_option_there_is_none()
        => Assert.DoesNotContain("sourceMappingURL", Compiled.Program("a"), StringComparison.Ordinal);

    /// <summary>The first characters at each end of each mapping, as a reader of the format finds them; up to a line ending in the program.</summary>
    private static List<(string Program, string Source)> Read(string mappings, string program, string source)
    {
        var (programLines, sourceLines) = (Starts(program), Starts(source));
        var (line, column, sourceLine, sourceColumn) = (0, 0, 0, 0);
        var found = new List<(string, string)>();
        foreach (var group in mappings.Split(';'))
        {
            foreach (var segment in group.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var numbers = Decode(segment);
                column += numbers[0];
                sourceLine += numbers[2];
                sourceColumn += numbers[3];
                var at = program[(programLines[line] + column)..];
                var length = Math.Min(8, at.IndexOf('\n') is >= 0 and var newline ? newline + 1 : at.Length);
                var from = source[(sourceLines[sourceLine] + sourceColumn)..];
                found.Add((at[..length], from[..Math.Min(length, from.Length)]));
            }

            (line, column) = (line + 1, 0);
        }

        return found;
    }

    private static List<int> Starts(string text)
        => [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];

    private static List<int> Decode(string segment)
    {
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var numbers = new List<int>();
        var (value, shift) = (0, 0);
        foreach (var digit in segment.Select(c => Digits.IndexOf(c, StringComparison.Ordinal)))
        {
            value |= (digit & 31) << shift;
            shift += 5;
            if ((digit & 32) == 0)
            {
                numbers.Add((value & 1) == 0 ? value >> 1 : -(value >> 1));
                (value, shift) = (0, 0);
            }
        }

        return numbers;
    }
}

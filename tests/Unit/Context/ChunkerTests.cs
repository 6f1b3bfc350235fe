using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Context.Chunks;
using FastMd.Engine.Context.Tokens;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Context;

/// <summary>Chunks of a document: none too large, each of which is read by itself.</summary>
public sealed class ChunkerTests
{
    private static readonly Chunker Chunker = new(TokenEstimate.Instance, 100);

    public static TheoryData<string> Pages
        => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_chunk_has_more_tokens_than_it_may_unless_it_says_so_and_cannot_be_divided(string page)
    {
        var chunks = Split(TextOf(page));

        Assert.All(chunks, chunk => Assert.Equal(chunk.Tokens > 100, chunk.IsOversize));
        Assert.All(chunks, chunk => Assert.Equal(TokenEstimate.Instance.Count(chunk.Text), chunk.Tokens));
        Assert.All(chunks.Where(chunk => chunk.IsOversize), chunk => Assert.True(LongestUnit(chunk.Text) > 200, chunk.Text));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_chunk_is_written_as_it_would_be_by_itself(string page)
        => Assert.All(Split(TextOf(page)), chunk => Assert.Equal(chunk.Text, Formatter.Format(chunk.Text, TestContext.Current.CancellationToken)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_lines_of_all_chunks_are_those_of_the_document(string page)
    {
        var text = TextOf(page);
        var chunks = Split(text);

        Assert.Equal(1, chunks[0].FirstLine);
        Assert.Equal(text.Count(character => character == '\n'), chunks[^1].LastLine);
        Assert.All(chunks.Zip(chunks.Skip(1)), pair => Assert.InRange(pair.Second.FirstLine, pair.First.FirstLine, pair.First.LastLine + 1));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_word_is_lost(string page)
    {
        var text = TextOf(page);
        var chunks = Split(text).Select(chunk => chunk.Text);

        // Headings and heads of tables come again.
        Assert.Empty(Words(text).Except(Words(string.Concat(chunks))));
    }

    [Fact]
    public void Code_that_fits_is_not_divided_and_code_that_does_not_is_fenced_again()
    {
        var fitting = "```js\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"line{i:D2} = 1;\n")) + "```\n";
        var large = "```js title=\"a.js\"\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"line{i:D2} = 1;\n")) + "```\n";

        var chunks = Split($"# A\n\n{new string('w', 200)}\n\n{fitting}\n{large}");

        Assert.Contains(chunks, chunk => chunk.Text.Contains(fitting, StringComparison.Ordinal));
        Assert.True(chunks.Count(chunk => chunk.Text.Contains("```js title=\"a.js\"\n", StringComparison.Ordinal)) > 1);
        Assert.All(chunks, chunk => Assert.Equal(0, chunk.Text.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2));
        Assert.All(chunks, chunk => Assert.StartsWith("# A\n", chunk.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_does_not_fit_repeats_its_head()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"| row {i} | value {i} |\n"));

        var chunks = Split($"| key | value |\n| --- | --- |\n{rows}");

        Assert.True(chunks.Count > 1);
        Assert.All(chunks, chunk => Assert.StartsWith("| key | value |\n| --- | --- |\n", chunk.Text, StringComparison.Ordinal));
        Assert.Equal(40, chunks.Sum(chunk => chunk.Text.Split('\n').Count(line => line.StartsWith("| row", StringComparison.Ordinal))));
    }

    [Fact]
    public void Items_of_a_list_keep_their_numbers()
    {
        var chunks = Split(string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}. Item number {i} says something of itself.\n")));

        Assert.True(chunks.Count > 1);
        Assert.Equal(
            Enumerable.Range(1, 30).Select(i => $"{i}. Item number {i} says something of itself."),
            chunks.SelectMany(chunk => chunk.Text.TrimEnd('\n').Split('\n')));
    }

    [Fact]
    public void An_edit_leaves_the_ids_of_all_other_sections_as_they_are()
    {
        var random = new Random(18);
        var sections = Enumerable.Range(0, 12).Select(i => $"## Section {i}\n\n{Paragraphs(random, 1 + (i % 5))}\n").ToArray();
        for (var edit = 0; edit < 1000; edit++)
        {
            var at = random.Next(sections.Length);
            var edited = sections.ToArray();
            edited[at] = $"## Section {at}\n\n{Paragraphs(random, random.Next(0, 8))}\n";

            var others = IdsOf(sections).Except(IdsOf([sections[at]]));

            Assert.Empty(others.Except(IdsOf(edited)));
        }

        // Alone or among others, a section has the same ids.
        Assert.Equal(sections.SelectMany(section => IdsOf([section])).Distinct(), IdsOf(sections));

        static List<string> IdsOf(string[] sections) => [.. Split("# Title\n\n" + string.Join('\n', sections)).SelectMany(chunk => chunk.Ids).Distinct()];
    }

    [Theory]
    [InlineData("Hello, world!", 4, 4)]
    [InlineData("# Title\n\nSome `code` and **bold** text.\n", 13, 13)]
    [InlineData("    return x ** 2  # 平方\n", 11, 12)]
    [InlineData("日本語のテキストは、文字数で割ると大きく外れる。", 20, 24)]
    [InlineData("| a | b |\n| --- | --- |\n| 1 | 2 |\n", 17, 17)]
    [InlineData("https://example.com/a_b?c=d&e=f#g", 12, 12)]
    [InlineData("👩‍👩‍👧‍👦 emoji 🚀", 14, 22)]
    [InlineData("<|endoftext|> is text", 9, 9)]
    [InlineData("a <|endofprompt|> is text", 10, 9)]
    [InlineData("\n\n\n   \t x", 3, 3)]
    public void Exact_counts_are_those_of_another_tokenizer(string text, int o200k, int cl100k)
    {
        // Counted by gpt-tokenizer of npm.
        Assert.Equal(o200k, TokenCounters.Of(TokenCounting.O200k).Count(text));
        Assert.Equal(cl100k, TokenCounters.Of(TokenCounting.Cl100k).Count(text));
    }

    private static List<Chunk> Split(string text) => Chunker.Split("doc.md", text, TestContext.Current.CancellationToken);

    private static string TextOf(string page) => Formatter.Format(File.ReadAllText(Path.Combine(Repository.Root, page)), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n', '|', '`'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit));

    // What cannot be divided is a line of code, a row, or text without a space outside of marks.
    private static int LongestUnit(string text) => text.Split('\n').Max(line => line.Length);

    private static string Paragraphs(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "\n\n" : "").AppendJoin(' ', Enumerable.Range(0, random.Next(5, 60)).Select(_ => $"word{random.Next(1000)}"));
        }

        return text.ToString();
    }
}

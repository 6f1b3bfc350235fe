using System.Globalization;
using System.Text;

namespace FastMd.Growth;

/// <summary>Documents made to be slow, each of any size: cmark's pathological inputs, those that were once found slow here, and their relatives.</summary>
internal static class GrowthInputs
{
    /// <summary>Those every flavour reads as Markdown.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Markdown { get; } = new Dictionary<string, Func<int, string>>
    {
        // Emphasis.
        ["nested strong emphasis"] = Nested("*a **a ", "b", " a** a*"),
        ["emphasis closers without openers"] = Repeated("a_ "),
        ["emphasis openers without closers"] = Repeated("_a "),
        ["mismatched openers and closers"] = Repeated("*a_ "),
        ["openers of two kinds"] = Repeated("*a _b "),
        ["openers and closers whose lengths add up to threes"] = size => "a**b" + Repeated("c* ")(size),
        ["emphasis of rising lengths"] = Rising(length => "a" + Times("*", length)),
        ["emphasis in a row"] = Repeated("*a* "),
        ["one run of stars"] = size => "a" + Times("*", size / 2) + "b" + Times("*", size / 2),
        ["tilde openers"] = Repeated("~a "),
        ["tildes of both lengths"] = Repeated("~a~~ "),
        ["openers that many closers pass over"] = size => Repeated("_a ")(size / 2) + Repeated("b* ")(size / 2),
        ["strong openers and emphasis closers"] = Repeated("a **b* c* "),

        // Brackets.
        ["link closers"] = Repeated("a]"),
        ["link openers"] = Repeated("[a"),
        ["image openers"] = Repeated("![a"),
        ["link openers and emphasis closers"] = Repeated("[ a_"),
        ["nested brackets"] = Nested("[", "a", "]"),
        ["nested images"] = Nested("![", "a", "](b)"),
        ["nested links"] = Nested("[", "a", "](b)"),
        ["brackets before parentheses"] = Repeated("[ (]("),
        ["brackets before parentheses, closed"] = size => Repeated("[ (](")(size) + ")",
        ["images without end"] = Repeated("![[]()"),
        ["links without end"] = Repeated("[a](b"),
        ["links in angle brackets without end"] = Repeated("[a](<b"),
        ["links with titles without end"] = Repeated("[a](b \""),
        ["links with titles of two quotes"] = size => Repeated("[a](b \"c' ")(size) + "\" '",
        ["links with titles in parentheses"] = size => Repeated("[a](b (c ")(size) + ")",
        ["links and spaces"] = size => "[a](b" + Times(" ", size / 2) + Repeated("[a](b ")(size / 2),
        ["links with escapes"] = Repeated("[a](\\(\\("),
        ["deep parentheses"] = size => "[a](" + Times("(", size / 2) + Times(")", size / 2),
        ["empty brackets"] = Repeated("[]"),
        ["links"] = Repeated("[a](/b#) "),
        ["labels of two lines that lead nowhere"] = Repeated("[a\nb]\n"),
        ["references of two lines that lead nowhere"] = Repeated("[a][b\nc]\n"),
        ["long labels that lead nowhere"] = Repeated("[" + Times("a", 900) + "]"),
        ["long second labels"] = Repeated("[a][" + Times("b", 900)),
        ["openers before escaped brackets"] = Repeated("[\\["),

        // Definitions.
        ["definitions and their uses"] = size => Repeated("[#]: /u\n", 0.6)(size) + "\n" + Repeated("[#] ", 0.4)(size),
        ["one definition over and over"] = Repeated("[x]: y\n"),
        ["definitions each in a paragraph"] = Repeated("[#]: y\n\n"),
        ["one long address over and over"] = size => "[a]: https://u/" + Times("u", size / 2) + "\n\n" + Times("[a] ", size / 8),
        ["one long title over and over"] = size => "[a]: u \"" + Times("t", size / 2) + "\"\n\n" + Times("[a] ", size / 8),
        ["what is nearly a definition"] = Repeated("[a]: <b\n"),
        ["definitions with titles without end"] = Repeated("[#]: b 'c\n"),
        ["definitions in quotes"] = Repeated("> [#]: b\n\n"),
        ["labels with sharp letters"] = Repeated("[ss#]: b\n"),

        // Code, entities, escapes, line ends.
        ["backticks of every length"] = Rising(length => "e" + Times("`", length)),
        ["rising backticks in turn"] = Repeated("` `` ``` ```` "),
        ["backticks that do not close"] = size => "`a ``b ```c " + Repeated("````d `````e ")(size),
        ["one backtick and lines"] = size => "`" + Repeated("a\n")(size),
        ["code in a row"] = Repeated("`a` "),
        ["entities"] = Repeated("&lt;"),
        ["ampersands"] = Repeated("&"),
        ["ampersands and letters"] = Repeated("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ["escapes"] = Repeated("\\*"),
        ["hard breaks"] = Repeated("a  \n"),
        ["spaces before line ends"] = size => "a" + Times(" ", size / 2) + "\n" + Repeated("b  \n")(size / 2),
        ["spaces"] = Repeated("a                                         "),
        ["exclamation marks"] = Repeated("!"),
        ["words"] = Repeated("word "),
        ["long lines"] = Repeated(Times("word ", 200) + "\n"),

        // HTML.
        ["comments without end"] = size => "a " + Repeated("<!--")(size),
        ["instructions without end"] = size => "a " + Repeated("<?")(size),
        ["declarations without end"] = size => "a " + Repeated("<!A ")(size),
        ["character data without end"] = size => "a " + Repeated("<![CDATA[")(size),
        ["tags without end"] = Repeated("<a "),
        ["closing tags without end"] = size => "a " + Repeated("</a ")(size),
        ["quoted attributes without end"] = Repeated("<a x=\""),
        ["quoted attributes of two quotes"] = size => "a " + Repeated("<a x=\"<b y='")(size),
        ["attributes"] = size => "a <b " + Repeated("c ")(size),
        ["blocks of HTML"] = Repeated("<div>\na\n</div>\n\n"),
        ["links in one block of HTML"] = size => "<div>\n" + Repeated("<a href=\"b\">c</a>\n")(size),
        ["blocks of HTML without end"] = Repeated("<script>\na\n"),
        ["autolinks in angle brackets"] = Repeated("<http://a.b> "),
        ["autolinks in angle brackets without end"] = Repeated("<http://a"),

        // Blocks.
        ["nested quotes"] = size => Times("> ", size / 2) + "a",
        ["quotes and lazy lines"] = Repeated("> a\nb\n"),
        ["quotes of rising depth"] = size => Repeated(Times("> ", 40) + "a\n")(size),
        ["nested empty lists"] = size => Times("- ", size / 2) + "a",
        ["lists each deeper than the last"] = Rising(depth => Times("  ", depth) + "* a\n"),
        ["a long list"] = Repeated("- a\n"),
        ["a loose list"] = Repeated("- a\n\n"),
        ["a numbered list"] = Repeated("1. a\n"),
        ["lists that change their marks"] = Repeated("- a\n+ b\n"),
        ["headings"] = Repeated("# a#\n"),
        ["headings of one name"] = Repeated("# a\n"),
        ["setext headings"] = Repeated("a\n=\n"),
        ["setext headings after definitions"] = Repeated("[#]: b\na\n=\n"),
        ["a heading of openers"] = size => "# " + Repeated("*a _b ")(size),
        ["paragraphs"] = Repeated("a\n\n"),
        ["a paragraph of many lines"] = Repeated("a\n"),
        ["indented code"] = Repeated("    a\n\n"),
        ["fences"] = Repeated("```\na\n```\n"),
        ["fences without end"] = Repeated("~~~ a\n"),
        ["rules"] = Repeated("---\n\n"),
        ["what is nearly a rule"] = Repeated("- - a\n"),
        ["blank lines"] = Repeated("\n"),
        ["blank lines in a list"] = size => "- a\n" + Times("\n", size),
        ["carriage returns"] = Repeated("a\r"),
        ["zeros"] = Repeated("\0"),
        ["tabs"] = Repeated("\t"),
        ["items, tabs and lines"] = Repeated("-\ta\n\t\n"),
    };

    /// <summary>Those of GitHub Flavored Markdown, and of MDX, which has it too.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Gfm { get; } = new Dictionary<string, Func<int, string>>
    {
        ["a table of many columns and short rows"] = size => "|" + Times("x|", size / 6) + "\n|" + Times("-|", size / 6) + "\n" + Times("a\n", size / 6),
        ["a table of many rows"] = size => "a|b\n-|-\n" + Repeated("x|y\n")(size),
        ["tables"] = Repeated("a|b\n-|-\nx|y\n\n"),
        ["rows that are nearly heads"] = Repeated("|---|--|\n|-|\n"),
        ["a paragraph of rows before a head"] = size => Repeated("a|b\n")(size) + "-|-\n",
        ["cells with escaped pipes"] = size => "a|b\n-|-\n" + Repeated("x\\|y|z\n")(size),
        ["one cell with escaped pipes"] = size => "a|b\n-|-\n" + Repeated("x\\|")(size),
        ["a cell of openers"] = size => "a|b\n-|-\n" + Repeated("*a _b ")(size),
        ["pipes"] = Repeated("|"),
        ["hosts"] = Repeated("www.a.b "),
        ["hosts that are none"] = Repeated("www.a_"),
        ["one host of many names"] = size => "www." + Repeated("a.")(size),
        ["schemes"] = Repeated("http://a.b "),
        ["schemes without space"] = Repeated("http://a.b"),
        ["schemes that are none"] = Repeated("a://"),
        ["schemes in brackets"] = Repeated("[http://a.b "),
        ["schemes in emphasis"] = Repeated("*http://a.b "),
        ["one link of entities"] = size => "http://a.b/" + Repeated("&a;")(size),
        ["one link of closing parentheses"] = size => "http://a.b/" + Times(")", size),
        ["one link of both parentheses"] = size => "http://a.b/" + Repeated("(")(size / 2) + Times(")", size / 2),
        ["at signs"] = Repeated("a@"),
        ["addresses"] = Repeated("a@b.c "),
        ["addresses that are none"] = Repeated("a.b@c.d-"),
        ["addresses in emphasis"] = Repeated("*a@b.c "),
        ["one long local part"] = size => Repeated("a.")(size / 2) + Repeated("@a")(size / 2),
        ["footnotes"] = size => Repeated("[^#] ", 0.4)(size) + "\n\n" + Repeated("[^#]: x\n\n", 0.6)(size),
        ["footnotes nobody refers to"] = size => Repeated("[^#]: x\n\n")(size) + "[^1]",
        ["references to one footnote"] = size => Repeated("[^a] ")(size) + "\n\n[^a]: x\n",
        ["references to footnotes that are not there"] = Repeated("[^a] "),
        ["footnotes that refer to each other"] = Repeated("[^#]: [^#]\n\n"),
        ["one footnote over and over"] = size => "[^a]\n\n" + Repeated("[^a]: x\n\n")(size),
        ["alerts"] = Repeated("> [!NOTE]\n> a\n\n"),
        ["marks of alerts"] = size => "> " + Repeated("[!NOTE]")(size),
        ["tasks"] = Repeated("- [ ] a\n"),
        ["strikethrough"] = Repeated("~~a~~ "),
    };

    /// <summary>Those of MDX.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Mdx { get; } = new Dictionary<string, Func<int, string>>
    {
        ["expressions"] = Repeated("{a} "),
        ["expressions in lines of their own"] = Repeated("{a}\n\n"),
        ["expressions without end"] = Repeated("{"),
        ["nested expressions"] = Nested("{", "a", "}"),
        ["nested parentheses"] = size => "{" + Nested("(", "a", ")")(size) + "}",
        ["nested templates"] = size => "{" + Nested("`${", "a", "}`")(size) + "}",
        ["nested arrows"] = size => "{" + Repeated("a => ")(size) + "a}",
        ["arrows that are none"] = size => "{" + Repeated("(a = ")(size) + "}",
        ["regular expressions"] = Repeated("{/a/} "),
        ["comments in expressions"] = Repeated("{/* a */} "),
        ["one long array"] = size => "{[" + Repeated("a,")(size) + "]}",
        ["one long object"] = size => "{{" + Repeated("a#:b,")(size) + "}}",
        ["one long sum"] = size => "{" + Repeated("a+")(size) + "a}",
        ["tags"] = Repeated("<a/> "),
        ["tags in lines of their own"] = Repeated("<A/>\n\n"),
        ["many components"] = Repeated("<A#/>\n\n"),
        ["nested tags"] = Nested("<a>", "b", "</a>"),
        ["nested tags in lines of their own"] = Nested("<a>\n", "b\n", "</a>\n"),
        ["open tags in a paragraph"] = size => "x " + Repeated("<a>")(size),
        ["tags that are not closed"] = Repeated("<a>\n\n"),
        ["attributes with values"] = size => "<a " + Repeated("b#='c' ")(size) + "/>",
        ["attributes with expressions"] = size => "<a " + Repeated("b={c} ")(size) + "/>",
        ["spread attributes"] = size => "<a " + Repeated("{...b} ")(size) + "/>",
        ["imports"] = Repeated("import a# from 'b'\n\n"),
        ["exports"] = Repeated("export const a# = 1\n\n"),
        ["one block of exports"] = Repeated("export const a# = 1\n"),
        ["exports without end"] = size => "export const a = [\n" + Repeated("1,\n\n")(size),
        ["expressions over lines"] = Repeated("{a\n} b\n"),
        ["code over lines"] = Repeated("`a\nb\nc` "),
        ["expressions over many lines"] = Repeated("{a\n+\nb} c\n"),
        ["tags over lines"] = Repeated("a <b\nc='d'\ne='f'/>\n"),
        ["hosts after marks"] = Repeated(";www.a.b "),
        ["schemes after marks"] = Repeated("<a/>http://a.b "),
        ["expressions in quotes"] = Repeated("> {a}\n\n"),
        ["expressions in lists"] = Repeated("- {a}\n"),
        ["tags over lines in quotes"] = Repeated("> <a\n> b='c'/>\n\n"),
    };

    private static Func<int, string> Repeated(string piece, double share = 1) => size => Fill(piece, (int)(size * share));

    private static Func<int, string> Nested(string open, string middle, string close) => size =>
    {
        var depth = size / (open.Length + close.Length);
        return Times(open, depth) + middle + Times(close, depth);
    };

    private static Func<int, string> Rising(Func<int, string> piece) => size =>
    {
        var text = new StringBuilder(size);
        for (var length = 1; text.Length < size; length++)
        {
            text.Append(piece(length));
        }

        return text.ToString();
    };

    private static string Fill(string piece, int size)
    {
        if (!piece.Contains('#', StringComparison.Ordinal) || piece.StartsWith('#'))
        {
            return Times(piece, Math.Max(1, size / piece.Length));
        }

        var text = new StringBuilder(size);
        for (var number = 0; text.Length < size; number++)
        {
            text.Append(piece.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}

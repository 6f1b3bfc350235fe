using FastMd.Engine.Context.Cleaning;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Chunks;

/// <summary>
/// Divides blocks that are too large: code between its lines, tables between rows, lists between items, quotes between what is in them, paragraphs
/// between sentences and words. Each part is such a block again: code with its info string, a table with its head.
/// </summary>
/// <param name="meter">Measures them.</param>
internal sealed class BlockSplitter(TokenMeter meter)
{
    /// <summary>The parts of a block, in order.</summary>
    /// <param name="block">The block.</param>
    /// <param name="room">Most tokens of the first part.</param>
    /// <param name="most">Most tokens of the others.</param>
    /// <returns>The parts. The first is null where nothing fits in that room. One that cannot be divided may have more tokens.</returns>
    public List<Node?> Split(Node block, int room, int most)
    {
        NestingLimit.Check();
        return Parts(block, room, most);
    }

    private List<Node?> Parts(Node block, int room, int most) => block switch
    {
        CodeNode code => Lines(code.Text, text => new CodeNode { Info = code.Info, Text = text, Start = code.Start }, room, most),
        HtmlNode html => Lines(html.Text + "\n", text => new HtmlNode(text.TrimEnd('\n')) { Start = html.Start }, room, most),
        TableNode table => Rows(table, room, most),
        ListNode list => Items(list, room, most),
        Paragraph paragraph => Words(paragraph, room, most),
        Quote quote => Wrapped(quote, children => new Quote { Children = children, Start = StartOf(children, quote) }, room, most),
        Alert alert => Wrapped(alert, children => new Alert(alert.Kind) { Children = children, Start = StartOf(children, alert) }, room, most),
        Footnote footnote => Wrapped(footnote, children => new Footnote(footnote.Label) { Children = children, Start = StartOf(children, footnote) }, room, most),
        _ => [null, block],
    };

    private static int StartOf(List<Node> children, Node otherwise) => children.Count > 0 && children[0].Start >= 0 ? children[0].Start : otherwise.Start;

    /// <summary>Puts units together as long as they fit.</summary>
    /// <param name="units">The units, and the tokens of each.</param>
    /// <param name="make">Makes a block of some of them.</param>
    /// <param name="around">Tokens of what is written around them.</param>
    /// <param name="room">Most tokens of the first part.</param>
    /// <param name="most">Most tokens of the others.</param>
    private static List<Node?> Fill<T>(IReadOnlyList<(T Unit, int Tokens)> units, Func<List<T>, Node> make, int around, int room, int most)
    {
        var parts = new List<Node?>();
        var current = new List<T>();
        var tokens = around;
        foreach (var (unit, size) in units)
        {
            var limit = parts.Count == 0 ? room : most;
            if (tokens + size > limit && (current.Count > 0 || parts.Count == 0))
            {
                parts.Add(current.Count > 0 ? make(current) : null);
                current = [];
                tokens = around;
            }

            current.Add(unit);
            tokens += size;
        }

        if (current.Count > 0)
        {
            parts.Add(make(current));
        }

        return parts;
    }

    private List<Node?> Lines(string text, Func<string, Node> make, int room, int most)
    {
        var lines = text.Split('\n')[..^1];
        return Fill(
            [.. lines.Select(line => (line, meter.Of(line + "\n")))],
            some => make(string.Join('\n', some) + "\n"),
            meter.Of([make("")]),
            room,
            most);
    }

    private List<Node?> Rows(TableNode table, int room, int most)
    {
        var head = table.Children[0];
        TableNode Make(List<Node> rows) => new(table.Sides) { Children = [head, .. rows], Start = rows.Count > 0 ? rows[0].Start : table.Start };
        var around = meter.Of([Make([])]);
        return Fill([.. table.Children.Skip(1).Select(row => (row, Math.Max(1, meter.Of([Make([row])]) - around)))], Make, around, room, most);
    }

    private List<Node?> Items(ListNode list, int room, int most)
    {
        var units = new List<(ListNode Unit, int Tokens)>();
        var number = list.FirstNumber;
        foreach (var child in list.Children)
        {
            var item = (ListItem)child;
            var size = meter.Of([One(item.Children, number)]);
            if (size > most && item.Children.Count > 0)
            {
                // The item is as deep as its list.
                foreach (var part in Divide(item.Children, children => One(children, number), most))
                {
                    units.Add((part, meter.Of([part])));
                }
            }
            else
            {
                units.Add((One(item.Children, number), size));
            }

            number++;

            ListNode One(List<Node> children, int? at) => new()
            {
                FirstNumber = at,
                IsLoose = list.IsLoose,
                Start = item.Start,
                Children = [new ListItem { Children = children, IsChecked = item.IsChecked, Start = item.Start }],
            };
        }

        return Fill(units, some => new ListNode
        {
            FirstNumber = some[0].FirstNumber,
            IsLoose = list.IsLoose,
            Start = some[0].Start,
            Children = [.. some.SelectMany(static one => one.Children)],
        }, 0, room, most);
    }

    private List<Node?> Wrapped(Parent block, Func<List<Node>, Node> make, int room, int most)
    {
        var units = Divide(block.Children, make, most).Select(part => (((Parent)part).Children, meter.Of([part])));
        return Fill([.. units], some => make([.. some.SelectMany(static children => children)]), 0, room, most);
    }

    /// <summary>Blocks around each of which something is written, with those divided that are too large.</summary>
    private List<T> Divide<T>(List<Node> blocks, Func<List<Node>, T> make, int most)
        where T : Node
    {
        var around = meter.Of([make([])]);
        var inner = Math.Max(1, most - around);
        return
        [
            .. blocks.SelectMany(block => meter.Of([make([block])]) <= most
                ? [make([block])]
                : Split(block, inner - (inner / 8), inner - (inner / 8)).OfType<Node>().Select(part => make([part]))),
        ];
    }

    private List<Node?> Words(Paragraph paragraph, int room, int most)
    {
        var units = new List<(List<Node> Unit, int Tokens)>();
        foreach (var unit in Units(paragraph.Children, IsSentenceEnd))
        {
            var size = Size(unit);
            if (size > most)
            {
                units.AddRange(Units(unit, static (_, _) => true).Select(word => (word, Size(word))));
            }
            else
            {
                units.Add((unit, size));
            }
        }

        return Fill(
            units,
            some => Grouping.ToBlocks([.. some.SelectMany(static nodes => nodes)], paragraph.Start).FirstOrDefault() ?? new Paragraph { Start = paragraph.Start },
            around: 1,
            room,
            most);

        int Size(List<Node> nodes) => meter.Of([new Paragraph { Children = [.. nodes] }]);
    }

    /// <summary>Text divided behind spaces and line ends that end a unit. What holds other nodes is not divided.</summary>
    private static IEnumerable<List<Node>> Units(List<Node> nodes, Func<string, int, bool> ends)
    {
        var current = new List<Node>();
        foreach (var node in nodes)
        {
            if (node is not Text { IsEscaped: false } text)
            {
                current.Add(node);
                continue;
            }

            var start = 0;
            for (var i = 0; i < text.Value.Length; i++)
            {
                if (text.Value[i] is ' ' or '\n' && ends(text.Value, i))
                {
                    current.Add(new Text(text.Value[start..(i + 1)]) { Start = node.Start });
                    yield return current;
                    current = [];
                    start = i + 1;
                }
            }

            if (start < text.Value.Length)
            {
                current.Add(new Text(text.Value[start..]) { Start = node.Start });
            }
        }

        if (current.Count > 0)
        {
            yield return current;
        }
    }

    private static bool IsSentenceEnd(string text, int space)
        => text[space] == '\n' || (space > 0 && text[space - 1] is '.' or '!' or '?' or ';' or '。') || (space > 1 && text[space - 1] is ')' or '"' && text[space - 2] is '.' or '!' or '?');
}

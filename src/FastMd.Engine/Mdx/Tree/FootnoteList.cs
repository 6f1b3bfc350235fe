using System.Globalization;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Links;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>The footnotes that are referred to, in the order of their first references.</summary>
internal sealed class FootnoteList
{
    private static readonly JsxAttribute[] SectionAttributes = [new("data-footnotes"), new("className") { Text = "footnotes" }];
    private static readonly JsxAttribute[] LabelAttributes = [new("className") { Text = "sr-only" }, new("id") { Text = "footnote-label" }];
    private static readonly JsxAttribute IsReference = new("data-footnote-ref");
    private static readonly JsxAttribute DescribedBy = new("aria-describedby") { Text = "footnote-label" };
    private static readonly JsxAttribute IsBackReference = new("data-footnote-backref") { Text = "" };
    private static readonly JsxAttribute BackReferenceClass = new("className") { Text = "data-footnote-backref" };

    private readonly List<FootnoteDefinition> _definitions = [];
    private readonly Dictionary<FootnoteDefinition, (int Number, int Count)> _references = [];

    /// <summary>Appends a reference: a number that leads to the footnote.</summary>
    public void AppendReference(TreeCursor cursor, FootnoteReference reference)
    {
        var definition = reference.Definition;
        if (!_references.TryGetValue(definition, out var seen))
        {
            _definitions.Add(definition);
            seen.Number = _definitions.Count;
        }

        var (number, count) = _references[definition] = (seen.Number, seen.Count + 1);
        var id = IdOf(definition);
        var link = new MdxElement(Tags.A)
        {
            Start = reference.Span.Start,
            Attributes =
            [
                new("href") { Text = "#user-content-fn-" + id },
                new("id") { Text = ReferenceId(id, count) },
                IsReference,
                DescribedBy,
            ],
        };
        var sup = new MdxElement(Tags.Sup) { Start = reference.Span.Start };
        sup.Append(link);
        cursor.Append(sup);
        Fill(cursor, link, Number(number));
    }

    /// <summary>Appends the footnotes, if any is referred to. What they hold may refer to more of them.</summary>
    public void AppendTo(BlockReader blocks, TreeCursor cursor)
    {
        if (_definitions.Count == 0)
        {
            return;
        }

        var items = new List<MdxElement>();
        for (var i = 0; i < _definitions.Count; i++)
        {
            var item = new MdxElement(Tags.Li) { Start = _definitions[i].Span.Start, Attributes = [new("id") { Text = "user-content-fn-" + IdOf(_definitions[i]) }] };
            blocks.ReadInto(item, _definitions[i], "footnote");
            items.Add(item);
        }

        var section = new MdxElement(Tags.Section) { Attributes = SectionAttributes };
        var label = new MdxElement(Tags.Heading(2)) { Attributes = LabelAttributes };
        var list = new MdxElement(Tags.Ol);
        blocks.Append(section);
        section.Append(label);
        Fill(cursor, label, "Footnotes");
        Fill(cursor, section, "\n");
        section.Append(list);
        Fill(cursor, list, "\n");
        for (var i = 0; i < items.Count; i++)
        {
            list.Append(items[i]);
            Fill(cursor, list, "\n");
            AppendWaysBack(cursor, items[i], i);
        }

        Fill(cursor, section, "\n");
    }

    private static string IdOf(FootnoteDefinition definition) => LinkAddress.Encode(definition.Label.ToLowerInvariant());

    private static string ReferenceId(string id, int occurrence)
        => "user-content-fnref-" + id + (occurrence > 1 ? "-" + Number(occurrence) : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Fill(TreeCursor cursor, MdxElement element, string text)
    {
        var place = cursor.Enter(element, "footnote", -1);
        cursor.AppendVerbatim(text);
        cursor.Leave(place);
    }

    /// <summary>The footnote's last paragraph ends with links to its references; where it ends with none, they stand by themselves.</summary>
    private void AppendWaysBack(TreeCursor cursor, MdxElement item, int index)
    {
        var target = BeforeLast(item) is MdxElement { Name.Text: "p", IsAuthored: false } paragraph ? paragraph : item;
        var id = IdOf(_definitions[index]);
        var isInParagraph = target != item;
        if (isInParagraph)
        {
            Fill(cursor, target, " ");
        }

        for (var occurrence = 1; occurrence <= _references[_definitions[index]].Count; occurrence++)
        {
            if (occurrence > 1)
            {
                Fill(cursor, target, isInParagraph ? " " : "\n");
                if (!isInParagraph)
                {
                    Fill(cursor, target, " ");
                    Fill(cursor, target, "\n");
                }
            }

            AppendWayBack(cursor, target, id, index, occurrence);
        }

        if (!isInParagraph)
        {
            Fill(cursor, item, "\n");
        }
    }

    private static MdxNode? BeforeLast(MdxElement item)
    {
        MdxNode? before = null;
        for (var node = item.FirstChild; node != item.LastChild; node = node!.Next)
        {
            before = node;
        }

        return before;
    }

    private static void AppendWayBack(TreeCursor cursor, MdxElement target, string id, int index, int occurrence)
    {
        var suffix = occurrence > 1 ? "-" + Number(occurrence) : "";
        var link = new MdxElement(Tags.A)
        {
            Attributes =
            [
                new("href") { Text = "#" + ReferenceId(id, occurrence) },
                IsBackReference,
                new("aria-label") { Text = $"Back to reference {Number(index + 1)}{suffix}" },
                BackReferenceClass,
            ],
        };
        target.Append(link);
        Fill(cursor, link, "\u21A9");
        if (occurrence > 1)
        {
            var sup = new MdxElement(Tags.Sup);
            link.Append(sup);
            Fill(cursor, sup, Number(occurrence));
        }
    }
}

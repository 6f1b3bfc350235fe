using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Gfm.Tables;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Makes elements of tables. Alignment is a style; there is no space between what a table holds.</summary>
internal sealed class TableReader(TreeCursor cursor, InlineReader inlines)
{
    private static readonly JsxAttribute[] Left = Aligned("left");
    private static readonly JsxAttribute[] Center = Aligned("center");
    private static readonly JsxAttribute[] Right = Aligned("right");

    public MdxElement Read(PipeTable table)
    {
        var element = new MdxElement(Tags.Table) { Start = table[0].Span.Start };
        var head = new MdxElement(Tags.Thead) { Start = element.Start };
        element.Append(head);
        head.Append(ReadRow(table, (TableRow)table[0], Tags.Th));
        if (table.Count > 1)
        {
            var body = new MdxElement(Tags.Tbody) { Start = table[1].Span.Start };
            element.Append(body);
            for (var i = 1; i < table.Count; i++)
            {
                body.Append(ReadRow(table, (TableRow)table[i], Tags.Td));
            }
        }

        return element;
    }

    /// <summary>The side that a cell's attribute aligns it to; null for other attributes.</summary>
    public static string? SideOf(JsxAttribute attribute)
        => ReferenceEquals(attribute, Left[0]) ? "left"
            : ReferenceEquals(attribute, Center[0]) ? "center"
            : ReferenceEquals(attribute, Right[0]) ? "right"
            : null;

    private static JsxAttribute[] Aligned(string side) => [new("style") { Code = CodeFragment.Of($"{{textAlign: \"{side}\"}}") }];

    private MdxElement ReadRow(PipeTable table, TableRow row, JsxName cellName)
    {
        var element = new MdxElement(Tags.Tr) { Start = row.Span.Start };
        for (var i = 0; i < table.ColumnDefinitions.Count; i++)
        {
            var cell = i < row.Count ? (TableCell)row[i] : null;
            var child = new MdxElement(cellName) { Start = cell?.Span.Start ?? -1, Attributes = Attributes(table.ColumnDefinitions[i]) };
            element.Append(child);
            if (cell is { Count: > 0 })
            {
                ReadCell(child, cell);
            }
        }

        for (var i = table.ColumnDefinitions.Count; i < row.Count; i++)
        {
            if (row[i] is TableCell { Count: > 0 } excess)
            {
                inlines.Check(() => ReadCell(new(null), excess));
            }
        }

        return element;
    }

    private void ReadCell(MdxElement element, TableCell cell)
    {
        var place = cursor.Enter(element, "table cell", cell.Span.Start);
        inlines.Read((LeafBlock)cell[0]);
        cursor.Leave(place);
    }

    private static JsxAttribute[] Attributes(TableColumnDefinition column) => column.Alignment switch
    {
        TableColumnAlign.Left => Left,
        TableColumnAlign.Center => Center,
        TableColumnAlign.Right => Right,
        _ => [],
    };
}

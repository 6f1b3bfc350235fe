using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Context.Tree;

/// <summary>A paragraph of text.</summary>
internal sealed class Paragraph : Parent;

/// <summary>A heading.</summary>
/// <param name="level">1 to 6.</param>
internal sealed class HeadingNode(int level) : Parent
{
    public int Level => level;

    /// <summary>The id that the author chose; null where there is none.</summary>
    public string? ChosenId { get; set; }

    /// <summary>The id that links in the source lead to; null where it has none.</summary>
    public string? Id { get; init; }
}

/// <summary>A quote.</summary>
internal sealed class Quote : Parent;

/// <summary>An alert of GitHub's.</summary>
/// <param name="kind">One of its five kinds, in small letters.</param>
internal sealed class Alert(string kind) : Parent
{
    public string Kind => kind;
}

/// <summary>A list of <see cref="ListItem"/>s.</summary>
internal sealed class ListNode : Parent
{
    /// <summary>The number of its first item; null where it has no numbers.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>Whether items stand apart.</summary>
    public bool IsLoose { get; set; }

    /// <summary>The kind of component it stands for, so that those that follow join it; null for lists that authors write.</summary>
    public object? Origin { get; init; }
}

/// <summary>An item of a list.</summary>
internal sealed class ListItem : Parent
{
    /// <summary>Whether its box is checked; null where it has none.</summary>
    public bool? IsChecked { get; init; }
}

/// <summary>A block of code.</summary>
internal sealed class CodeNode : Node
{
    /// <summary>What follows the fence; empty for none.</summary>
    public string Info { get; set; } = "";

    /// <summary>The code; each of its lines ends with a line feed.</summary>
    public required string Text { get; set; }

    /// <summary>The first word of <see cref="Info"/>.</summary>
    public string Language => Info.AsSpan().IndexOfAny(" \t") is >= 0 and var end ? Info[..end] : Info;
}

/// <summary>Display math that takes whole lines.</summary>
/// <param name="text">What stands between the dollar signs.</param>
internal sealed class MathNode(string text) : Node
{
    public string Text => text;
}

/// <summary>A block of HTML.</summary>
/// <param name="text">The HTML.</param>
internal sealed class HtmlNode(string text) : Node
{
    public string Text => text;

    /// <summary>Where each line of it begins in the document; none where it was not written there.</summary>
    public IReadOnlyList<int> LineStarts { get; init; } = [];
}

/// <summary>A thematic break.</summary>
internal sealed class Rule : Node;

/// <summary>A table of <see cref="TableRowNode"/>s, the first of which is its head.</summary>
internal sealed class TableNode(IReadOnlyList<ColumnSide> sides) : Parent
{
    /// <summary>The side that each column is aligned to.</summary>
    public IReadOnlyList<ColumnSide> Sides => sides;
}

/// <summary>A row of <see cref="TableCellNode"/>s.</summary>
internal sealed class TableRowNode : Parent;

/// <summary>A cell.</summary>
internal sealed class TableCellNode : Parent;

/// <summary>What a column is aligned to.</summary>
internal enum ColumnSide
{
    None,
    Left,
    Center,
    Right,
}

/// <summary>A footnote, where it is written.</summary>
/// <param name="label">What it is called.</param>
internal sealed class Footnote(string label) : Parent
{
    public string Label => label;
}

/// <summary>A directive: <c>:::note</c>, <c>!!! note</c> or <c>/// note</c>.</summary>
/// <param name="name">What it is called, in small letters.</param>
internal sealed class Directive(string name) : Parent
{
    public string Name => name;

    /// <summary>Its title; null where it has none.</summary>
    public Fragment? Label { get; init; }

    /// <summary>The line that opens it, as the author wrote it.</summary>
    public string Opening { get; init; } = "";

    /// <summary>Whether it is one of several tabs.</summary>
    public bool IsTab { get; init; }

    /// <summary>Whether it is an alert, whatever it is called.</summary>
    public bool IsAlert { get; init; }

    /// <summary>The line that closes it; null where what is in it is indented instead.</summary>
    public string? Closing { get; init; }
}

/// <summary>An element that was written as JSX, or a component; among blocks or in text.</summary>
/// <param name="name">Its name; null for a fragment.</param>
/// <param name="attributes">Its attributes.</param>
internal sealed class Element(JsxName? name, IReadOnlyList<JsxAttribute> attributes) : Parent
{
    public JsxName? Name => name;

    public IReadOnlyList<JsxAttribute> Attributes => attributes;
}

/// <summary>Where one block ends and another begins, between nodes that may be text.</summary>
internal sealed class Boundary : Node;

/// <summary>What stands in braces; without code it holds nothing but comments.</summary>
/// <param name="code">The code.</param>
internal sealed class ExpressionNode(CodeFragment? code) : Node
{
    public CodeFragment? Code => code;
}

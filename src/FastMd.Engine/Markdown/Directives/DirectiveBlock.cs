using FastMd.Engine.Components;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>A container directive: <c>:::note[Title]{open}</c> to <c>:::</c>, or a block of MkDocs.</summary>
/// <param name="parser">What reads it.</param>
/// <param name="name">What it is called, in small letters.</param>
/// <param name="marks">How many colons, or other marks, open it.</param>
internal sealed class DirectiveBlock(BlockParser parser, string name, int marks) : ContainerBlock(parser)
{
    /// <summary>What it is called, in small letters.</summary>
    public string Name => name;

    /// <summary>How many colons, or other marks, open it; as many close it.</summary>
    public int Marks => marks;

    /// <summary>How it is written.</summary>
    public DirectiveStyle Style { get; init; }

    /// <summary>Whether a reader sees what is in it from the beginning, where it can be closed.</summary>
    public bool IsOpenFirst { get; init; }

    /// <summary>Whether its end was read.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Its title; null where the author gave it none.</summary>
    public DirectiveLabel? Label => Count > 0 ? this[0] as DirectiveLabel : null;

    /// <summary>Gives it a title.</summary>
    /// <param name="processor">What reads the document.</param>
    /// <param name="title">The title, where it stands.</param>
    public void AddLabel(BlockProcessor processor, StringSlice title)
    {
        var leaf = new DirectiveLabel(Parser!) { Column = processor.Column, Line = processor.LineIndex, Span = new(title.Start, title.End) };
        leaf.AppendLine(ref title, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        Add(leaf);
    }

    /// <summary>The alert it stands for; null where it stands for something else.</summary>
    public string? AlertKind => AlertTones.KindOf(name);
}

/// <summary>How a directive is written.</summary>
internal enum DirectiveStyle
{
    /// <summary>Between lines of colons.</summary>
    Colons,

    /// <summary>Under a line, indented by four columns.</summary>
    Indented,

    /// <summary>Between lines of slashes.</summary>
    Slashes,
}

/// <summary>The title of a directive, which may hold emphasis, code and links.</summary>
internal sealed class DirectiveLabel : LeafBlock
{
    public DirectiveLabel(BlockParser parser)
        : base(parser)
    {
        ProcessInlines = true;
        IsOpen = false;
    }
}

/// <summary>What directives are called.</summary>
internal static class DirectiveNames
{
    public const string Details = "details";
    public const string Mermaid = "mermaid";
}

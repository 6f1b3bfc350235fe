using FastMd.Engine.Components;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>A container directive: <c>:::note[Title]{open}</c> to <c>:::</c>.</summary>
/// <param name="parser">What reads it.</param>
/// <param name="name">What it is called, in small letters.</param>
/// <param name="colons">How many colons open it.</param>
internal sealed class DirectiveBlock(BlockParser parser, string name, int colons) : ContainerBlock(parser)
{
    /// <summary>What it is called, in small letters.</summary>
    public string Name => name;

    /// <summary>How many colons open it; as many close it.</summary>
    public int Colons => colons;

    /// <summary>Whether a reader sees what is in it from the beginning, where it can be closed.</summary>
    public bool IsOpenFirst { get; init; }

    /// <summary>Whether its end was read.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Its title; null where the author gave it none.</summary>
    public DirectiveLabel? Label => Count > 0 ? this[0] as DirectiveLabel : null;

    /// <summary>The alert it stands for; null where it stands for something else.</summary>
    public string? AlertKind => AlertTones.KindOf(name);
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

using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>An element. One that Markdown stands for can be replaced by a component; one the author wrote as JSX is what it is.</summary>
internal sealed class MdxElement(JsxName? name, bool isAuthored = false) : MdxNode
{
    /// <summary>Tag or component; null for a fragment.</summary>
    public JsxName? Name { get; } = name;

    /// <summary>Whether the author wrote it as JSX.</summary>
    public bool IsAuthored { get; } = isAuthored;

    /// <summary>The offset after the tag that opens it, where the author wrote one.</summary>
    public int TagEnd { get; init; } = -1;

    /// <summary>What follows the fence of a code block, as it is written; empty for indented code, and null for all that is no code block of Markdown.</summary>
    public string? CodeInfo { get; set; }

    /// <summary>What follows the first word of that; null where nothing does.</summary>
    public string? CodeArguments { get; set; }

    public IReadOnlyList<JsxAttribute> Attributes { get; set; } = [];

    public MdxNode? FirstChild { get; private set; }

    public MdxNode? LastChild { get; private set; }

    public void Append(MdxNode node)
    {
        if (LastChild is null)
        {
            FirstChild = node;
        }
        else
        {
            LastChild.Next = node;
        }

        LastChild = node;
        node.Next = null;
    }

    /// <summary>Takes all children off and returns the first.</summary>
    public MdxNode? TakeChildren()
    {
        var first = FirstChild;
        FirstChild = LastChild = null;
        return first;
    }
}

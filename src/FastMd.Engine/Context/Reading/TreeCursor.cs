using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Context.Reading;

/// <summary>
/// Where a tree grows. Tags open and close elements in what Markdown opens and closes; that they do so in order was made sure of before.
/// </summary>
internal sealed class TreeCursor
{
    private readonly string _source;
    private readonly int _bodyStart;
    private readonly Stack<Parent> _tags = new();

    /// <param name="source">The document.</param>
    /// <param name="bodyStart">Offset in it of the text that was parsed.</param>
    public TreeCursor(string source, int bodyStart)
    {
        _source = source;
        _bodyStart = bodyStart;
        Current = Root = new();
    }

    /// <summary>The document.</summary>
    public Fragment Root { get; }

    /// <summary>What nodes are put into.</summary>
    public Parent Current { get; private set; }

    public void Append(Node node) => Current.Children.Add(node);

    /// <summary>Puts a node into the tree and goes into it; gives what <see cref="Leave"/> takes.</summary>
    public Parent Enter(Parent node)
    {
        Append(node);
        return EnterDetached(node);
    }

    /// <summary>Goes into a node that is not in the tree, or not yet.</summary>
    public Parent EnterDetached(Parent node)
    {
        var outer = Current;
        Current = node;
        return outer;
    }

    /// <summary>Goes back to what was left when something was entered.</summary>
    public void Leave(Parent outer) => Current = outer;

    /// <summary>Opens or closes an element.</summary>
    public void AppendTag(JsxTag tag)
    {
        if (tag.IsClosing)
        {
            Current = _tags.Pop();
            return;
        }

        var element = new Element(tag.Name, tag.Attributes)
        {
            Start = _bodyStart + tag.Start,
            Tag = _source[(_bodyStart + tag.Start)..(_bodyStart + tag.End)],
        };
        Append(element);
        if (!tag.IsSelfClosing)
        {
            _tags.Push(Current);
            Current = element;
        }
    }

    /// <summary>Appends text; what follows other text becomes one with it.</summary>
    public void AppendText(ReadOnlySpan<char> value)
    {
        if (Current.Last is Text { IsEscaped: false } before)
        {
            Current.Children[^1] = new Text(string.Concat(before.Value, value)) { Start = before.Start };
        }
        else if (!value.IsEmpty)
        {
            Append(new Text(value.ToString()));
        }
    }
}

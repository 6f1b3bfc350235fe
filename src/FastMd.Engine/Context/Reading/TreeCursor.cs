using System.Text;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Context.Reading;

/// <summary>
/// Where a tree grows. Tags open and close elements in what Markdown opens and closes; that they do so in order was made sure of before.
/// </summary>
internal sealed class TreeCursor
{
    private readonly Stack<Parent> _tags = new();
    private readonly StringBuilder _text = new();

    public TreeCursor() => Current = Root;

    /// <summary>The document.</summary>
    public Fragment Root { get; } = new();

    /// <summary>What nodes are put into.</summary>
    public Parent Current { get; private set; }

    /// <summary>Whether what was read last ends a line.</summary>
    public bool IsBehindLineEnd => _text.Length > 0 ? _text[^1] == '\n' : Current.Last is HardBreak;

    public void Append(Node node)
    {
        EndText();
        Current.Children.Add(node);
    }

    /// <summary>Appends text; what follows other text becomes one with it.</summary>
    public void AppendText(ReadOnlySpan<char> value) => _text.Append(value);

    /// <summary>Takes off the space that text ends with.</summary>
    public void TrimText()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\t')
        {
            _text.Length--;
        }
    }

    /// <summary>Puts a node into the tree and goes into it; gives what <see cref="Leave"/> takes.</summary>
    public Parent Enter(Parent node)
    {
        Append(node);
        return EnterDetached(node);
    }

    /// <summary>Goes into a node that is not in the tree, or not yet.</summary>
    public Parent EnterDetached(Parent node)
    {
        EndText();
        var outer = Current;
        Current = node;
        return outer;
    }

    /// <summary>Goes back to what was left when something was entered.</summary>
    public void Leave(Parent outer)
    {
        EndText();
        Current = outer;
    }

    /// <summary>Opens or closes an element.</summary>
    public void AppendTag(JsxTag tag)
    {
        if (tag.IsClosing)
        {
            EndText();
            Current = _tags.Pop();
            return;
        }

        var element = new Element(tag.Name, tag.Attributes) { Start = tag.Start };
        Append(element);
        if (!tag.IsSelfClosing)
        {
            _tags.Push(Current);
            Current = element;
        }
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            Current.Children.Add(new Text(_text.ToString()));
            _text.Clear();
        }
    }
}

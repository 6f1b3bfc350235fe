using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>
/// Where a tree grows. What Markdown opens is entered and left; the tags an author wrote open and close elements in between, and must
/// do so within what they stand in.
/// </summary>
internal sealed class TreeCursor(MdxTree tree, string source)
{
    private readonly Stack<OpenTag> _tags = new();
    private Scope _scope = new(tree.Root, "document", -1, 0);
    private MdxText? _growing;

    /// <summary>What new nodes are put into.</summary>
    public MdxElement Current { get; private set; } = tree.Root;

    public MdxTree Tree => tree;

    public string Source => source;

    /// <summary>Goes into an element that Markdown stands for. It is put into the tree by whoever opened it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="kind">What Markdown calls it.</param>
    /// <param name="start">Where it begins in the document.</param>
    /// <returns>What <see cref="Leave"/> takes.</returns>
    public Place Enter(MdxElement element, string kind, int start)
    {
        var place = new Place(_scope, Current);
        _scope = new(element, kind, start, _tags.Count);
        Current = element;
        _growing = null;
        return place;
    }

    /// <summary>Goes back to where <see cref="Enter"/> was called.</summary>
    public void Leave(Place place)
    {
        RefuseOpenTags();
        _scope = place.Scope;
        Current = place.Element;
        _growing = null;
    }

    /// <summary>Whether nodes go into what was entered last, not into an element in it that a tag has opened.</summary>
    public bool IsDirect => ReferenceEquals(Current, _scope.Element);

    public void Append(MdxNode node)
    {
        Current.Append(node);
        _growing = null;
    }

    /// <summary>Appends an element that Markdown stands for and that holds nothing.</summary>
    public void AppendVoid(JsxName name, int start, IReadOnlyList<JsxAttribute>? attributes = null)
        => Append(new MdxElement(name) { Start = start, Attributes = attributes ?? [] });

    /// <summary>Appends text; what directly follows other text becomes one with it.</summary>
    public void AppendText(ReadOnlySpan<char> value)
    {
        if (_growing is { Length: > 0 } && tree.Text.Last == '\n')
        {
            value = value.TrimStart(" \t");
        }

        if (!value.IsEmpty)
        {
            Grow(value);
        }
    }

    /// <summary>Appends text as it is.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty)
        {
            Grow(value);
        }
    }

    /// <summary>Appends the end of a line, without the space around it.</summary>
    /// <param name="ending">The characters that end it.</param>
    public void AppendLineEnd(ReadOnlySpan<char> ending)
    {
        while (_growing is { Length: > 0 } text && tree.Text.Last is ' ' or '\t')
        {
            text.Length--;
            tree.Text.Truncate(tree.Text.Length - 1);
        }

        Grow(ending);
    }

    /// <summary>Appends a line end that stands by itself, as between blocks.</summary>
    public void AppendSeparator()
    {
        _growing = null;
        Grow("\n");
        _growing = null;
    }

    /// <summary>Opens or closes an element that the author wrote.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="append">Puts an element into the tree.</param>
    public void AppendTag(JsxTag tag, Action<MdxNode> append)
    {
        if (tag.IsClosing)
        {
            Close(tag);
            return;
        }

        var element = new MdxElement(tag.Name, isAuthored: true) { Attributes = tag.Attributes, Start = tag.Start, End = tag.End, TagEnd = tag.End };
        append(element);
        _growing = null;
        if (!tag.IsSelfClosing)
        {
            _tags.Push(new(tag, Current));
            Current = element;
        }
    }

    /// <summary>Nothing may be open at the end.</summary>
    public void RefuseOpenTags()
    {
        if (_tags.Count > _scope.TagCount)
        {
            var (tag, _) = _tags.Peek();
            var before = _scope.Start < 0 ? "" : $" before the end of the {_scope.Kind} it is opened in";
            throw Rejection.Nesting(source, _scope.Start, $"Expected a closing tag for '{tag}' ({LinePosition.Of(source, tag.Start)}){before}", MdxRules.TagMismatch);
        }
    }

    private void Close(JsxTag tag)
    {
        if (_tags.Count == 0)
        {
            throw Rejection.Nesting(source, tag.ClosingSlash, $"Unexpected closing tag '{tag}', no tag is open", MdxRules.ClosingSlash);
        }

        if (tag.Misplaced >= 0)
        {
            throw tag.IsMisplacedSlash
                ? Rejection.Tag(source, tag.Misplaced, $"Unexpected slash at the end of the closing tag '{tag}'", MdxRules.SelfClosingSlash)
                : Rejection.Tag(source, tag.Misplaced, $"Unexpected attribute in the closing tag '{tag}'", MdxRules.AttributeInClosingTag);
        }

        var (open, outer) = _tags.Peek();
        if (open.Name?.Text != tag.Name?.Text)
        {
            throw Rejection.Nesting(
                source, tag.Start, $"Unexpected closing tag '{tag}', expected the one for '{open}' ({LinePosition.Of(source, open.Start)})", MdxRules.TagMismatch);
        }

        if (_tags.Count == _scope.TagCount)
        {
            throw Rejection.Nesting(
                source, tag.Start, $"The closing tag '{tag}' stands in a {_scope.Kind} that its opening tag stands outside of", MdxRules.TagMismatch);
        }

        _tags.Pop();
        Current.End = tag.End;
        Current = outer;
        _growing = null;
    }

    private void Grow(scoped ReadOnlySpan<char> value)
    {
        if (_growing is null)
        {
            _growing = new(tree.Text.Length);
            Current.Append(_growing);
        }

        tree.Text.Append(value);
        _growing.Length += value.Length;
    }

    /// <summary>A tag without its closing one so far, and what it stands in.</summary>
    private sealed record OpenTag(JsxTag Tag, MdxElement Outer);

    /// <summary>What was entered: what Markdown calls it, where it begins and how many tags were open then.</summary>
    internal readonly record struct Scope(MdxElement Element, string Kind, int Start, int TagCount);

    /// <summary>Where the cursor was.</summary>
    internal readonly record struct Place(Scope Scope, MdxElement Element);
}

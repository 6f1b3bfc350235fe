using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>The name of an element, as written without white space.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">What it stands for.</param>
internal readonly record struct JsxName(string Text, JsxNameKind Kind)
{
    /// <summary>What comes before the first dot.</summary>
    public string Root => Kind == JsxNameKind.Member ? Text[..Text.IndexOf('.', StringComparison.Ordinal)] : Text;

    /// <summary>A name and what it stands for, from its letters.</summary>
    public static JsxName Parse(string text)
    {
        if (text.Contains('.', StringComparison.Ordinal))
        {
            return new(text, JsxNameKind.Member);
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return new(text, JsxNameKind.Namespaced);
        }

        return new(text, char.IsAsciiLetterLower(text[0]) || !Identifiers.IsName(text) ? JsxNameKind.Tag : JsxNameKind.Component);
    }

    public override string ToString() => Text;
}

/// <summary>What the name of an element stands for.</summary>
internal enum JsxNameKind
{
    /// <summary>A tag, passed as a string: <c>a</c>, <c>my-element</c>.</summary>
    Tag,

    /// <summary>A component, passed as a value: <c>A</c>, <c>_a</c>, <c>$a</c>.</summary>
    Component,

    /// <summary>A component that is a member: <c>a.b</c>, <c>A.b-c</c>.</summary>
    Member,

    /// <summary>A tag with a namespace, passed as a string: <c>a:b</c>.</summary>
    Namespaced,
}

namespace FastMd.Engine.JavaScript.Jsx;

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

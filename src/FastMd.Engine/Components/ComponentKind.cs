namespace FastMd.Engine.Components;

/// <summary>What a component becomes where documents are made without running code.</summary>
internal enum ComponentKind
{
    /// <summary>An alert, such as a note.</summary>
    Alert,

    /// <summary>A group of which one item is seen at a time.</summary>
    Tabs,

    /// <summary>An item of tabs.</summary>
    Tab,

    /// <summary>Steps, one after the other.</summary>
    Steps,

    /// <summary>One of several steps.</summary>
    Step,

    /// <summary>What opens when it is asked for.</summary>
    Details,

    /// <summary>Cards next to each other.</summary>
    Cards,

    /// <summary>A card, which may lead somewhere.</summary>
    Card,

    /// <summary>A parameter, a property or a field of an API.</summary>
    Field,

    /// <summary>A tree of files.</summary>
    Tree,

    /// <summary>A folder in a tree of files.</summary>
    Folder,

    /// <summary>A file in a tree of files.</summary>
    File,

    /// <summary>What is in it, without it.</summary>
    Unwrap,

    /// <summary>Nothing.</summary>
    Drop,

    /// <summary>The content of another file.</summary>
    Include,

    /// <summary>A table of what a property holds: rows of cells, or objects.</summary>
    Table,

    /// <summary>A block of code.</summary>
    Code,

    /// <summary>An error: documents may not have it.</summary>
    Error,

    /// <summary>An element of its own, for styles and scripts of the user's.</summary>
    Keep,
}

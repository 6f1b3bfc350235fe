namespace FastMd.Engine.Configuration;

/// <summary>What documents are read as where they become JavaScript.</summary>
public enum MdxFormat
{
    /// <summary>As their names say: MDX where they end with <c>.mdx</c>, else Markdown.</summary>
    Detect,

    /// <summary>As MDX.</summary>
    Mdx,

    /// <summary>As Markdown: no JSX, no expressions, no imports.</summary>
    Md,
}

/// <summary>The form of the JavaScript documents become.</summary>
public enum MdxProgram
{
    /// <summary>A whole module.</summary>
    Program,

    /// <summary>The body of a function that is given the runtime and returns what a module would export.</summary>
    FunctionBody,
}

/// <summary>What JSX is compiled to.</summary>
public enum JsxRuntime
{
    /// <summary>Calls of <c>jsx</c>, imported from the runtime.</summary>
    Automatic,

    /// <summary>Calls of <c>React.createElement</c>, or of what the pragmas name.</summary>
    Classic,
}

/// <summary>Whether documents are read with an extension of Markdown.</summary>
public enum ExtensionUse
{
    /// <summary>Where the reference has it: GitHub for HTML, <c>@mdx-js/mdx</c> for JavaScript.</summary>
    Auto,

    /// <summary>In all documents.</summary>
    On,

    /// <summary>In none.</summary>
    Off,
}

/// <summary>What becomes of components where MDX becomes HTML.</summary>
public enum ComponentHandling
{
    /// <summary>They become custom elements: <c>Card</c> becomes <c>mdx-card</c>.</summary>
    Elements,

    /// <summary>Their tags are dropped; what is in them stays.</summary>
    Drop,

    /// <summary>What is known of them is written as HTML: notes become alerts, tabs, steps and cards their like. Others become custom elements, with a warning.</summary>
    Render,
}

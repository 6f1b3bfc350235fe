namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>What a backslash before a pipe does in a table.</summary>
internal enum PipeEscape
{
    /// <summary>As on GitHub: it goes before the cell is read, be it in code or not, and whatever stands before it.</summary>
    Removed,

    /// <summary>As in the reference of MDX: backslashes come in pairs, and the cell is read with those that are in it.</summary>
    Paired,
}

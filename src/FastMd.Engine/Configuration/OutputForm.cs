namespace FastMd.Engine.Configuration;

/// <summary>In which form documents are written.</summary>
internal enum OutputForm
{
    /// <summary>What belongs between <c>&lt;body&gt;</c> and <c>&lt;/body&gt;</c>.</summary>
    Fragment,

    /// <summary>A whole page, made by a template.</summary>
    Page,
}

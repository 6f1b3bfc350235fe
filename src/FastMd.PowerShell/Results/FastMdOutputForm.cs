namespace FastMd.PowerShell.Results;

/// <summary>In which form documents are written.</summary>
public enum FastMdOutputForm
{
    /// <summary>What belongs between <c>&lt;body&gt;</c> and <c>&lt;/body&gt;</c>.</summary>
    Fragment,

    /// <summary>A whole page, made by a template.</summary>
    Page,
}

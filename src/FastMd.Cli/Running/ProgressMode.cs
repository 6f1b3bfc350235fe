namespace FastMd.Cli.Running;

/// <summary>How progress shows.</summary>
internal enum ProgressMode
{
    /// <summary>A bar on a terminal, plain lines elsewhere.</summary>
    Auto,

    /// <summary>All there is to show, in place, on a terminal; plain lines elsewhere.</summary>
    Full,

    /// <summary>A line every few seconds.</summary>
    Plain,

    /// <summary>Not at all.</summary>
    None,
}

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>Whose rules say which runs begin and end emphasis.</summary>
internal enum EmphasisRules
{
    /// <summary>Those of the CommonMark specification.</summary>
    CommonMark,

    /// <summary>GitHub's: tildes beside a run are looked past.</summary>
    GitHub,

    /// <summary>
    /// Those of MDX's reference: white space is what it is in JavaScript, emphasis may begin before a tilde and end after one, and the rule of
    /// three counts what is left of a run, not what it was.
    /// </summary>
    Mdx,
}

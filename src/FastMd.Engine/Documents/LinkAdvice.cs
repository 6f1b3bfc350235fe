namespace FastMd.Engine.Documents;

/// <summary>What may be done about a link that leads to nothing. Numbers are kept in build states.</summary>
internal enum LinkAdvice
{
    /// <summary>Nothing is known that it could have meant.</summary>
    None,

    /// <summary>There is a document of that name; the link has no extension.</summary>
    AddExtension,

    /// <summary>There is something whose name differs in case only.</summary>
    ChangeCase,
}

namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>An attribute or a spread. With neither text nor code it is <c>true</c>.</summary>
/// <param name="Name">Its name, as written without white space; null of a spread.</param>
internal sealed record JsxAttribute(string? Name)
{
    /// <summary>Its value, references decoded.</summary>
    public string? Text { get; init; }

    /// <summary>Its value, or what is spread.</summary>
    public CodeFragment? Code { get; init; }

    /// <summary>Its value, where it is an element.</summary>
    public JsxElement? Element { get; init; }

    public bool IsSpread => Name is null;
}

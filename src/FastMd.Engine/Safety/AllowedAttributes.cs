using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Safety;

/// <summary>The attributes that GitHub lets through.</summary>
internal static class AllowedAttributes
{
    private static readonly HashSet<string> OnAll =
    [
        "abbr", "accept", "accept-charset", "accesskey", "align", "alt", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby",
        "axis", "border", "cellpadding", "cellspacing", "char", "charoff", "charset", "checked", "clear", "color", "cols", "colspan",
        "compact", "coords", "datetime", "dir", "disabled", "enctype", "for", "frame", "headers", "height", "hreflang", "hspace", "ismap",
        "itemprop", "label", "lang", "maxlength", "media", "method", "multiple", "nohref", "noshade", "nowrap", "open", "progress", "prompt",
        "readonly", "rel", "rev", "role", "rows", "rowspan", "rules", "scope", "selected", "shape", "size", "span", "start", "summary",
        "tabindex", "target", "title", "type", "usemap", "valign", "value", "vspace", "width",
    ];

    /// <summary>The value to write; null where the attribute is dropped.</summary>
    /// <param name="element">The element's name, in lower case.</param>
    /// <param name="name">The attribute's name, in lower case.</param>
    /// <param name="value">Its value, entities resolved.</param>
    /// <param name="ids">The ids of the document.</param>
    public static string? Value(string element, string name, string value, AuthoredIds ids) => (name, element) switch
    {
        ("id" or "name", _) => value.Length > 0 ? ids.Of(value) : null,
        ("href", "a") => Address(value, LinkKind.Link) is { } address ? ids.Follow(address) : null,
        ("src" or "longdesc", "img") => Address(value, LinkKind.Embedded),
        ("srcset", "img" or "source") => Sources(value),
        ("cite", "blockquote" or "del" or "ins" or "q") => Address(value, LinkKind.Embedded),
        ("itemscope" or "itemtype", "div") => value,
        _ => OnAll.Contains(name) ? value : null,
    };

    private static string? Address(string value, LinkKind kind) => SafeAddress.IsAllowed(value, kind, RawHtmlHandling.Sanitize) ? value : null;

    // A comma in an address may look like the end of one; what comes after it has to be an address that may stand there either way.
    private static string? Sources(string value)
        => value.Split(',').All(source => Address(source, LinkKind.Embedded) is not null) ? value : null;
}

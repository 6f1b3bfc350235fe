using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Safety;

/// <summary>Which addresses of a document's author may stand in its HTML.</summary>
internal static class SafeAddress
{
    private static readonly HashSet<string> GitHubLinks = ["", "http", "https", "mailto", "xmpp", "irc", "ircs", "github-windows", "github-mac"];
    private static readonly HashSet<string> GitHubImages = ["", "http", "https"];
    private static readonly string[] Pictures = ["image/png", "image/gif", "image/jpeg", "image/webp"];

    /// <summary>Whether it may.</summary>
    /// <param name="address">The address, entities resolved.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="handling">What becomes of HTML that authors write.</param>
    public static bool IsAllowed(string address, LinkKind kind, RawHtmlHandling handling)
    {
        if (handling == RawHtmlHandling.Allow)
        {
            return true;
        }

        var (scheme, rest) = AddressScheme.Split(address);
        return handling == RawHtmlHandling.Sanitize
            ? (kind == LinkKind.Link ? GitHubLinks : GitHubImages).Contains(scheme)
            : scheme is not ("javascript" or "vbscript" or "data") || (scheme == "data" && IsPicture(rest));
    }

    // Of SVG a browser runs the scripts where it is opened by itself, so it is no picture here.
    private static bool IsPicture(string data)
        => Array.Exists(Pictures, type => data.StartsWith(type, StringComparison.OrdinalIgnoreCase) && data.Length > type.Length && data[type.Length] is ';' or ',');
}

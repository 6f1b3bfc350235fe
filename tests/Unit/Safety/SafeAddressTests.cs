using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Safety;

namespace FastMd.Tests.Unit.Safety;

public class SafeAddressTests
{
    [Theory]
    [InlineData("javascript:x")]
    [InlineData("JAVASCRIPT:x")]
    [InlineData(" \u0001javascript:x")]
    [InlineData("java\tscript:x")]
    [InlineData("java\r\nscript\n:x")]
    [InlineData("\u00A0javascript:x")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("data:,x")]
    [InlineData("data:image/svg+xml,x")]
    [InlineData("data:image/pngx,x")]
    [InlineData("da\nta:text/html;base64,x")]
    public void What_executes_may_stand_nowhere_but_where_HTML_is_let_through(string address)
    {
        Assert.False(SafeAddress.IsAllowed(address, LinkKind.Link, RawHtmlHandling.Escape));
        Assert.False(SafeAddress.IsAllowed(address, LinkKind.Embedded, RawHtmlHandling.Escape));
        Assert.False(SafeAddress.IsAllowed(address, LinkKind.Link, RawHtmlHandling.Sanitize));
        Assert.True(SafeAddress.IsAllowed(address, LinkKind.Link, RawHtmlHandling.Allow));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#a")]
    [InlineData("a.md#javascript:x")]
    [InlineData("a/javascript:x")]
    [InlineData("?javascript:x")]
    [InlineData("javascript")]
    [InlineData("javascript%3Ax")]
    [InlineData(":x")]
    [InlineData("//host/x")]
    [InlineData("https://host/javascript:x")]
    public void What_only_looks_like_it_may_stand_everywhere(string address)
        => Assert.All(
            Enum.GetValues<RawHtmlHandling>(),
            handling => Assert.True(SafeAddress.IsAllowed(address, LinkKind.Link, handling) && SafeAddress.IsAllowed(address, LinkKind.Embedded, handling)));

    [Theory]
    [InlineData("data:image/png;base64,x", true, false, false)]
    [InlineData("data:image/GIF,x", true, false, false)]
    [InlineData("data:image/jpeg,x", true, false, false)]
    [InlineData("data:image/webp,x", true, false, false)]
    [InlineData("mailto:a@b.c", true, true, false)]
    [InlineData("ftp://host", true, false, false)]
    [InlineData("github-mac://x", true, true, false)]
    [InlineData("http://host", true, true, true)]
    [InlineData("file:///etc/passwd", true, false, false)]
    public void Sanitizing_lets_through_what_GitHub_does(string address, bool escaped, bool link, bool image)
        => Assert.Equal(
            (escaped, link, image),
            (SafeAddress.IsAllowed(address, LinkKind.Link, RawHtmlHandling.Escape),
                SafeAddress.IsAllowed(address, LinkKind.Link, RawHtmlHandling.Sanitize),
                SafeAddress.IsAllowed(address, LinkKind.Embedded, RawHtmlHandling.Sanitize)));
}

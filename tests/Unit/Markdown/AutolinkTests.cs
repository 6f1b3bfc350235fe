using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class AutolinkTests
{
    [Theory]
    [InlineData("https://example.com\u3000\u3092", "<a href=\"https://example.com\">https://example.com</a>\u3000\u3092")]
    [InlineData("www.", "www.")]
    [InlineData("www.a.b", "<a href=\"http://www.a.b\">www.a.b</a>")]
    [InlineData("first\\_last@x.com", "<a href=\"mailto:first_last@x.com\">first_last@x.com</a>")]
    [InlineData("xmpp:a@b.c/d", "<a href=\"xmpp:a@b.c/d\">xmpp:a@b.c/d</a>")]
    [InlineData("mailto:a@b.co", "<a href=\"mailto:a@b.co\">mailto:a@b.co</a>")]
    [InlineData("mailto:a@b.co/d", "<a href=\"mailto:a@b.co\">mailto:a@b.co</a>/d")]
    public void An_address_goes_as_far_as_on_GitHub(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("[a](u#:~:text=b)", "<a href=\"u#:~:text=b\">a</a>")]
    [InlineData("[a](u'v)", "<a href=\"u'v\">a</a>")]
    [InlineData("[a](<u [v]>)", "<a href=\"u%20%5Bv%5D\">a</a>")]
    [InlineData("[a\n](u)", "<a href=\"u\">a\n</a>")]
    public void A_link_keeps_what_addresses_and_texts_may_hold(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark(markdown));
}

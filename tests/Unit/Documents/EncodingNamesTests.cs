using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class EncodingNamesTests
{
    [Theory]
    [InlineData("utf-8", 65001)]
    [InlineData("UTF8", 65001)]
    [InlineData("utf8NoBOM", 65001)]
    [InlineData("utf8BOM", 65001)]
    [InlineData("unicode", 1200)]
    [InlineData("bigendianunicode", 1201)]
    [InlineData("utf-16BE", 1201)]
    [InlineData("utf32", 12000)]
    [InlineData("bigendianutf32", 12001)]
    [InlineData("latin1", 28591)]
    [InlineData("ascii", 20127)]
    [InlineData("windows-1252", 1252)]
    [InlineData("1252", 1252)]
    [InlineData("28591", 28591)]
    [InlineData("shift_jis", 932)]
    public void Encodings_go_by_their_iana_name_their_number_and_the_shells_name(string name, int codePage)
        => Assert.Equal(codePage, EncodingNames.Find(name)?.CodePage);

    [Theory]
    [InlineData("")]
    [InlineData("klingon")]
    [InlineData("-1")]
    [InlineData("99999999")]
    [InlineData("utf-7")]
    public void What_is_no_name_finds_nothing(string name)
        => Assert.Null(EncodingNames.Find(name));
}

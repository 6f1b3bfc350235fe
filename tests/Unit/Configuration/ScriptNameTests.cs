using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Configuration;

public class ScriptNameTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("_$1é", true)]
    [InlineData("", true)]
    [InlineData("1a", false)]
    [InlineData("a-b", false)]
    [InlineData("a.b", false)]
    [InlineData("class", false)]
    [InlineData("await", false)]
    [InlineData("eval", false)]
    public void A_name_is_one_that_a_module_can_declare(string value, bool isValid) => Assert.Equal(isValid, new ScriptName(mayBeEmpty: true).IsValid(value));

    [Theory]
    [InlineData("React.createElement", true)]
    [InlineData("a.default", true)]
    [InlineData("new.target", false)]
    [InlineData("a..b", false)]
    public void Names_with_dots_begin_with_one(string value, bool isValid)
        => Assert.Equal(isValid, new ScriptName(mayBeEmpty: false, mayHaveDots: true).IsValid(value));
}

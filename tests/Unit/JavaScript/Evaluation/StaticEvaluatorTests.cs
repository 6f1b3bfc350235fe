using System.Text.Json;
using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Evaluation;

namespace FastMd.Tests.Unit.JavaScript.Evaluation;

public class StaticEvaluatorTests
{
    [Theory]
    [InlineData("'a\\n\\u0041'", "\"a\\nA\"")]
    [InlineData("`a${'b'}c${1}`", "\"ab\\u00631\"")]
    [InlineData("`a\\`\\${b}\r\n`", "\"a\\u0060${b}\\n\"")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("(true)", "true")]
    [InlineData("null", "null")]
    [InlineData("undefined", "null")]
    [InlineData("[1, 'a', [], {},]", "[1,\"a\",[],{}]")]
    [InlineData("{ a: 1, 'b-c': { default: [2] }, }", "{\"a\":1,\"b-c\":{\"default\":[2]}}")]
    [InlineData("'a' + 1 + `b` /* c */", "\"a1b\"")]
    [InlineData("known.list[1].name", "\"x\"")]
    [InlineData("require('./a.png').default", "\"./a.png\"")]
    [InlineData("useBaseUrl('/a.png')", "\"/a.png\"")]
    public void The_value_of_literals_is_known(string code, string json)
    {
        var evaluator = new StaticEvaluator(new Dictionary<string, object?>
        {
            ["known"] = new Dictionary<string, object?> { ["list"] = new List<object?> { 1d, new Dictionary<string, object?> { ["name"] = "x" } } },
        });

        Assert.True(evaluator.TryEvaluate(CodeFragment.Of(code), out var value));
        Assert.Equal(JsonDocument.Parse(json).RootElement.ToString(), JsonSerializer.SerializeToElement(value).ToString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("f()")]
    [InlineData("f('a')")]
    [InlineData("1 + 2")]
    [InlineData("a ? 1 : 2")]
    [InlineData("() => 1")]
    [InlineData("[...a]")]
    [InlineData("{ ...a }")]
    [InlineData("{ a }")]
    [InlineData("{ [a]: 1 }")]
    [InlineData("`a${b}`")]
    [InlineData("0x10")]
    [InlineData("10n")]
    [InlineData("'a'.length")]
    [InlineData("/a/")]
    [InlineData("1, 2")]
    public void The_value_of_other_code_is_not(string code)
        => Assert.False(new StaticEvaluator(new Dictionary<string, object?>()).TryEvaluate(CodeFragment.Of(code), out _));

    [Fact]
    public void Constants_that_are_declared_by_literals_are_known_to_what_follows()
    {
        var evaluator = new StaticEvaluator(new Dictionary<string, object?>());
        evaluator.Declare(CodeFragment.Of("const a = { b: 'c' }, d = a.b + 'e';"));
        evaluator.Declare(CodeFragment.Of("let f = 1;"));

        Assert.True(evaluator.TryEvaluate(CodeFragment.Of("d"), out var value));
        Assert.Equal("ce", value);
        Assert.False(evaluator.TryEvaluate(CodeFragment.Of("f"), out _));
    }

    [Fact]
    public void Literals_that_nest_too_deeply_are_not_followed()
        => Assert.False(new StaticEvaluator(new Dictionary<string, object?>()).TryEvaluate(CodeFragment.Of(new string('[', 5000) + new string(']', 5000)), out _));
}

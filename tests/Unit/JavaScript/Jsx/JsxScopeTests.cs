using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Tests.Unit.JavaScript.Jsx;

public class JsxScopeTests
{
    [Theory]
    [InlineData("<A/>", "A")]
    [InlineData("list.map(A => <A/>)")]
    [InlineData("list.map(({a: {A}, ...B}) => <A><B.C/></A>)")]
    [InlineData("function A() { return <A/> }")]
    [InlineData("() => { const A = b, [B] = c; return <A><B/></A> }")]
    [InlineData("() => { { const A = b } return <A/> }", "A")]
    [InlineData("() => { { var A = b } return <A/> }")]
    [InlineData("() => { try {} catch (A) { return <A/> } }")]
    [InlineData("() => { for (const A of b) c(<A/>); return <A/> }", "A")]
    [InlineData("(A, <A/>)", "A")]
    [InlineData("<A.b><c.d/></A.b>", "A.b", "c.d")]
    [InlineData("<a>{(B) => <B>{<C/>}</B>}</a>", "C")]
    public void Components_that_the_code_itself_binds_are_known(string text, params string[] free)
    {
        var names = new List<string>();
        JsxWalk.Visit(ExpressionScanner.Scan(text + "}", 0, text.Length + 1).Code!, element =>
        {
            if (element.Name is { Kind: JsxNameKind.Component or JsxNameKind.Member } && !element.IsBound)
            {
                names.Add(element.Name.Value.Text);
            }
        });

        Assert.Equal(free, names);
    }

    [Fact]
    public void In_a_module_imports_and_declarations_bind()
    {
        const string Text = "import A from 'a'\nexport const B = () => <A><B/><C/></A>";
        var bound = new List<string>();
        var statement = EsmScanner.Scan(Text, 0, Text.Length, ["C"]).Statements[1];
        JsxWalk.Visit(statement.Code, element => bound.Add($"{element.Name} {element.IsBound}"));

        Assert.Equal(["A True", "B True", "C True"], bound);
    }

    [Theory]
    [InlineData("a", JsxNameKind.Tag)]
    [InlineData("A-b", JsxNameKind.Tag)]
    [InlineData("A", JsxNameKind.Component)]
    [InlineData("_a", JsxNameKind.Component)]
    [InlineData("$", JsxNameKind.Component)]
    [InlineData("é", JsxNameKind.Component)]
    [InlineData("a.B", JsxNameKind.Member)]
    [InlineData("a:B", JsxNameKind.Namespaced)]
    internal void A_name_says_what_it_stands_for(string name, JsxNameKind kind)
        => Assert.Equal(kind, JsxName.Parse(name).Kind);
}

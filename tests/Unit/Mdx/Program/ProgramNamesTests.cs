using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Mdx.Program;

public class ProgramNamesTests
{
    [Theory]
    [InlineData("export const frontmatter = 1")]
    [InlineData("import frontmatter from 'b'")]
    [InlineData("export {b as frontmatter} from 'b'")]
    [InlineData("export * as frontmatter from 'b'")]
    [InlineData("import {MDXContent} from 'b'")]
    [InlineData("export const _jsx = 1")]
    [InlineData("export const b = 1\n\nexport const b = 2", 3)]
    [InlineData("import MDXLayout from 'b'\nexport default MDXLayout")]
    public void A_name_that_is_taken_is_refused_where_it_stands(string mdx, int line = 1)
    {
        var diagnostic = Assert.Throws<DocumentException>(() => Compiled.Program(mdx, new() { FrontMatterExport = "frontmatter" })).Diagnostic;

        Assert.Equal((DiagnosticCodes.MdxNotCompilable, line, 1), (diagnostic.Code, diagnostic.Line, diagnostic.Column));
    }

    [Theory]
    [InlineData("import b from 'b'\nexport {b, b as c}")]
    [InlineData("import b from 'b'\nexport {b} from 'c'")]
    [InlineData("import MDXLayout from 'b'")]
    [InlineData("export const props = 1, _components = 2")]
    public void A_name_may_be_exported_twice_and_shadowed(string mdx) => Assert.NotEmpty(Compiled.Program(mdx));

    [Fact]
    public void Settings_that_name_the_same_are_refused()
        => Assert.Throws<DocumentException>(() => Compiled.Program("a", new() { FrontMatterExport = "b", ContentsExport = "b" }));
}

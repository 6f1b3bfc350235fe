using FastMd.Engine.JavaScript;

namespace FastMd.Tests.Unit.JavaScript;

public class EsmScannerTests
{
    [Theory]
    [InlineData("import a from 'b'", "\n\ntext")]
    [InlineData("import a from 'b'", "\r\n \t\r\ntext")]
    [InlineData("import a from 'b'", "\n")]
    [InlineData("import a from 'b'", "")]
    [InlineData("export const a = 1", "\n\n+ 2")]
    [InlineData("import a from 'b' // c", "\n\ntext")]
    [InlineData("export const a = {\n\nb: `\n\n`\n\n}", "\n\ntext")]
    [InlineData("export const a =\n\n1", "\n\ntext")]
    [InlineData("export const A = () => <b>\n\n{c}\n\n</b>", "\n\ntext")]
    [InlineData("export const a = 1 /*\n\n*/", "\n\ntext")]
    [InlineData("export {a as b}\n\nexport const a = 1", "\n\ntext")]
    public void A_block_ends_at_the_first_blank_line_where_it_is_whole(string block, string rest)
    {
        var scan = EsmScanner.Scan(block + rest, 0, block.Length + rest.Length, []);

        Assert.Null(scan.Error);
        Assert.Equal(block, (block + rest)[..scan.End]);
    }

    [Fact]
    public void Statements_are_told_apart()
    {
        var scan = Scan("import a from 'b'\nexport {c} from 'd';\nexport * from 'e'\nexport let f\nexport default g");

        Assert.Equal(
            [EsmStatementKind.Import, EsmStatementKind.ExportList, EsmStatementKind.ExportAll, EsmStatementKind.ExportDeclaration, EsmStatementKind.ExportDefault],
            scan.Statements.Select(statement => statement.Kind));
        Assert.Equal("export {c} from 'd';", scan.Statements[1].Code.ToString());
    }

    [Theory]
    [InlineData("import 'a'")]
    [InlineData("import b from 'a'", "default/b")]
    [InlineData("import b, * as c from 'a'", "default/b", "*/c")]
    [InlineData("import {b, c as d, default as e, 'f g' as h} from 'a'", "b/b", "c/d", "default/e", "f g/h")]
    [InlineData("export {b, c as default} from 'a'", "b/b", "default/c")]
    [InlineData("export * as b from 'a'", "b/*")]
    public void A_list_tells_the_names_outside_and_here(string text, params string[] names)
    {
        var statement = Assert.Single(Scan(text).Statements);

        Assert.Equal(names, statement.Specifiers.Select(name => $"{name.Outer}/{name.Local}"));
        Assert.Equal(("a", "'a'"), (statement.Source, text[statement.SourceSpan.Start..statement.SourceSpan.End]));
    }

    [Theory]
    [InlineData("export const a = 1, {b, c: [d, ...e], f = g, ...h} = i;", "a", "b", "d", "e", "f", "h")]
    [InlineData("export async function* a(b) { const c = 1 }", "a")]
    [InlineData("export class A { b = function c() {} }", "A")]
    [InlineData("export let a", "a")]
    public void A_declaration_tells_the_names_it_declares(string text, params string[] names)
    {
        var statement = Assert.Single(Scan(text).Statements);

        Assert.Equal(names, statement.Declared);
        Assert.Equal(text["export ".Length..], statement.Declaration!.ToString());
    }

    [Theory]
    [InlineData("export default a + b;", "a + b")]
    [InlineData("export default function () {}", "function () {}")]
    [InlineData("export default async function f() {}", "async function f() {}")]
    [InlineData("export default class extends A {}", "class extends A {}")]
    [InlineData("export default ({children}) => <>{children}</> // c", "({children}) => <>{children}</>")]
    public void A_default_export_tells_what_it_exports(string text, string code)
        => Assert.Equal(code, Assert.Single(Scan(text).Statements).Declaration!.ToString());

    [Theory]
    [InlineData("import a from 'b'\nc()", 18)]
    [InlineData("import a from 'b'; var c", 19)]
    public void Other_statements_are_refused_where_they_begin(string text, int offset)
    {
        var error = Scan(text).Error!;

        Assert.Equal((offset, ScriptRules.NotAModuleItem), (error.Offset, error.Rule));
    }

    [Theory]
    [InlineData("export const a = 1\nexport {a}", 27)]
    [InlineData("import a from 'b'\nimport {a} from 'c'", 26)]
    [InlineData("export {a}", 8)]
    [InlineData("import a from b", 14)]
    [InlineData("export const a", 14)]
    public void What_cannot_be_is_refused_where_it_shows(string text, int offset)
    {
        var error = Scan(text).Error!;

        Assert.Equal((offset, ScriptRules.Syntax), (error.Offset, error.Rule));
    }

    [Fact]
    public void What_earlier_blocks_import_can_be_exported_but_not_imported_again()
    {
        Assert.Null(EsmScanner.Scan("export {a}", 0, 10, ["a"]).Error);
        Assert.Equal(7, EsmScanner.Scan("import a from 'b'", 0, 17, ["a"]).Error!.Offset);
    }

    [Theory]
    [InlineData("import a from 'b'", true)]
    [InlineData("export {a}", true)]
    [InlineData("import(a)", false)]
    [InlineData("importance of it", false)]
    [InlineData(" import a", false)]
    public void A_block_begins_with_its_word_and_a_space(string line, bool begins)
        => Assert.Equal(begins, EsmScanner.Begins(line));

    private static EsmScan Scan(string text) => EsmScanner.Scan(text, 0, text.Length, []);
}

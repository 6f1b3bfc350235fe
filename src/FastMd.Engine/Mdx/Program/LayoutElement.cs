using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>The layout with the content in it.</summary>
internal static class LayoutElement
{
    private static readonly JsxAttribute[] Props = [new(null) { Code = CodeFragment.Of("props") }];
    private static readonly JsxElement Content = new(JsxName.Parse("_createMdxContent"), Props, []);
    private static readonly JsxElement Layout = new(JsxName.Parse("MDXLayout"), Props, [Content]);

    public static void Write(ElementWriter writer) => writer.Write(Layout, null);
}

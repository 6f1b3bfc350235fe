using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>The tags Markdown stands for.</summary>
internal static class Tags
{
    public static readonly JsxName A = JsxName.Parse("a");
    public static readonly JsxName Blockquote = JsxName.Parse("blockquote");
    public static readonly JsxName Br = JsxName.Parse("br");
    public static readonly JsxName Code = JsxName.Parse("code");
    public static readonly JsxName Del = JsxName.Parse("del");
    public static readonly JsxName Details = JsxName.Parse("details");
    public static readonly JsxName Div = JsxName.Parse("div");
    public static readonly JsxName Em = JsxName.Parse("em");
    public static readonly JsxName Hr = JsxName.Parse("hr");
    public static readonly JsxName Img = JsxName.Parse("img");
    public static readonly JsxName Input = JsxName.Parse("input");
    public static readonly JsxName Li = JsxName.Parse("li");
    public static readonly JsxName Ol = JsxName.Parse("ol");
    public static readonly JsxName P = JsxName.Parse("p");
    public static readonly JsxName Path = JsxName.Parse("path");
    public static readonly JsxName Pre = JsxName.Parse("pre");
    public static readonly JsxName Section = JsxName.Parse("section");
    public static readonly JsxName Span = JsxName.Parse("span");
    public static readonly JsxName Strong = JsxName.Parse("strong");
    public static readonly JsxName Summary = JsxName.Parse("summary");
    public static readonly JsxName Sup = JsxName.Parse("sup");
    public static readonly JsxName Svg = JsxName.Parse("svg");
    public static readonly JsxName Table = JsxName.Parse("table");
    public static readonly JsxName Tbody = JsxName.Parse("tbody");
    public static readonly JsxName Td = JsxName.Parse("td");
    public static readonly JsxName Th = JsxName.Parse("th");
    public static readonly JsxName Thead = JsxName.Parse("thead");
    public static readonly JsxName Tr = JsxName.Parse("tr");
    public static readonly JsxName Ul = JsxName.Parse("ul");

    private static readonly JsxName[] Headings = [.. Enumerable.Range(1, 6).Select(static level => JsxName.Parse($"h{level}"))];

    /// <summary>The tag of a heading.</summary>
    /// <param name="level">1 to 6.</param>
    public static JsxName Heading(int level) => Headings[level - 1];
}

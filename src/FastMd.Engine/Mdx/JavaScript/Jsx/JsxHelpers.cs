namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>What compiled code needs from the runtime's module.</summary>
[Flags]
internal enum JsxHelpers
{
    None = 0,
    Fragment = 1,
    Jsx = 2,
    Jsxs = 4,
    JsxDev = 8,
}

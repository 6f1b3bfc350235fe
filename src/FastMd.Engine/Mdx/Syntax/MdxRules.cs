namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Names of the rules that markup can break; code has its own.</summary>
internal static class MdxRules
{
    public const string UnexpectedCharacter = "unexpected-character";
    public const string UnexpectedEnd = "unexpected-eof";
    public const string UnexpectedLazy = "unexpected-lazy";
    public const string TagMismatch = "end-tag-mismatch";
    public const string ClosingSlash = "unexpected-closing-slash";
    public const string SelfClosingSlash = "unexpected-self-closing-slash";
    public const string AttributeInClosingTag = "unexpected-attribute";
    public const string DuplicateLayout = "duplicate-layout";
    public const string DuplicateName = "duplicate-name";
}

namespace FastMd.Engine.Markdown;

/// <summary>White space as JavaScript has it (<c>\s</c>), which is what the reference of MDX goes by.</summary>
internal static class JavaScriptSpace
{
    // .NET counts the next line (U+0085) and not the byte order mark.
    public static bool Contains(char character) => character == '\ufeff' || (character != '\u0085' && char.IsWhiteSpace(character));
}

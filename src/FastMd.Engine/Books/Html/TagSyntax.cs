using System.Buffers;

namespace FastMd.Engine.Books.Html;

/// <summary>What tags are made of.</summary>
internal static class TagSyntax
{
    /// <summary>The characters that end the name of a tag.</summary>
    public static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
}

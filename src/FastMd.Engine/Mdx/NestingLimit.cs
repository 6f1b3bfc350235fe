using System.Runtime.CompilerServices;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx;

/// <summary>What nests deeper than the stack allows is refused before it overflows.</summary>
internal static class NestingLimit
{
    /// <summary>Refuses the document where another level would be one too many.</summary>
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Exception();
        }
    }

    public static DocumentException Exception(LinePosition place = default, Exception? inner = null)
        => new(
            Diagnostic.Error(DiagnosticCodes.NestingTooDeep, "The document nests too deeply; flatten its elements, lists, quotes or emphasis.", place.Line, place.Column),
            inner);
}

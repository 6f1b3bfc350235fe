using System.Collections.Frozen;

namespace FastMd.Engine.Configuration;

/// <summary>A name in JavaScript.</summary>
internal sealed class ScriptName(bool mayBeEmpty, bool mayHaveDots = false) : FreeText
{
    // Modules are strict code. What follows a dot may be any word.
    private static readonly FrozenSet<string> Reserved =
        """
        arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for
        function if implements import in instanceof interface let new null package private protected public return static super switch
        this throw true try typeof var void while with yield
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public override string Allowed
        => (mayHaveDots ? "a name in JavaScript, or names with dots between them" : "a name in JavaScript") + (mayBeEmpty ? ", or nothing" : "");

    public override bool IsValid(string value)
        => value.Length == 0 ? mayBeEmpty : value.Split('.') is var parts && (mayHaveDots || parts.Length == 1) && parts.All(IsName) && !Reserved.Contains(parts[0]);

    private static bool IsName(string part)
        => part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(static character => char.IsLetterOrDigit(character) || character is '_' or '$');
}

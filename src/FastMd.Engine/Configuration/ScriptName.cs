namespace FastMd.Engine.Configuration;

/// <summary>A name in JavaScript.</summary>
internal sealed class ScriptName(bool mayBeEmpty, bool mayHaveDots = false) : FreeText
{
    public override string Allowed
        => (mayHaveDots ? "a name in JavaScript, or names with dots between them" : "a name in JavaScript") + (mayBeEmpty ? ", or nothing" : "");

    public override bool IsValid(string value)
        => value.Length == 0 ? mayBeEmpty : value.Split('.') is var parts && (mayHaveDots || parts.Length == 1) && parts.All(IsName);

    private static bool IsName(string part)
        => part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(static character => char.IsLetterOrDigit(character) || character is '_' or '$');
}

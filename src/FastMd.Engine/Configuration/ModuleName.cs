using System.Buffers;

namespace FastMd.Engine.Configuration;

/// <summary>What JavaScript imports from: a package or a path.</summary>
internal sealed class ModuleName(bool mayBeEmpty) : FreeText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\"'\\*\r\n\u2028\u2029");

    public override string Allowed => mayBeEmpty ? "the name of a module, or nothing" : "the name of a module";

    public override bool IsValid(string value)
        => (mayBeEmpty || value.Length > 0) && !value.AsSpan().ContainsAny(Refused) && value.AsSpan().Trim().Length == value.Length;
}

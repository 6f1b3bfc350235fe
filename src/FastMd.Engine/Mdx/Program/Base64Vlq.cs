using System.Text;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Numbers as source maps write them: five bits a character, the lowest first, the sign the lowest of all.</summary>
internal static class Base64Vlq
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BitsPerDigit = 5, Continues = 1 << BitsPerDigit;

    public static void Append(StringBuilder output, int value)
    {
        var rest = value < 0 ? (-(long)value << 1) | 1 : (long)value << 1;
        do
        {
            var digit = (int)(rest & (Continues - 1));
            rest >>= BitsPerDigit;
            output.Append(Digits[rest > 0 ? digit | Continues : digit]);
        }
        while (rest > 0);
    }
}

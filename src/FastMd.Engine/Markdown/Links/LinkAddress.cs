using System.Buffers;
using System.Text;

namespace FastMd.Engine.Markdown.Links;

/// <summary>Link addresses as attributes: what no address may hold is percent-encoded, what is encoded stays.</summary>
internal static class LinkAddress
{
    private static readonly SearchValues<char> Kept =
        SearchValues.Create("!#$&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");

    public static string Encode(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Kept))
        {
            return address;
        }

        var encoded = new StringBuilder(address.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < address.Length; i++)
        {
            var character = address[i];
            if (Kept.Contains(character) || (character == '%' && IsEncoded(address.AsSpan(i + 1))))
            {
                encoded.Append(character);
                continue;
            }

            if (Rune.DecodeFromUtf16(address.AsSpan(i), out var rune, out var length) != OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            i += length - 1;
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%').Append(value.ToString("X2", null));
            }
        }

        return encoded.ToString();
    }

    private static bool IsEncoded(ReadOnlySpan<char> after)
        => after.Length >= 2 && char.IsAsciiLetterOrDigit(after[0]) && char.IsAsciiLetterOrDigit(after[1]);
}

using System.Buffers;

namespace FastMd.Engine.Safety;

/// <summary>The scheme of an address as a browser finds it.</summary>
internal static class AddressScheme
{
    private static readonly SearchValues<char> EndsScheme = SearchValues.Create(":/?#");
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Splits an address.</summary>
    /// <param name="address">The address, entities resolved.</param>
    /// <returns>The scheme in lower case, empty where the address has none, and what follows its colon.</returns>
    /// <remarks>
    /// Browsers pass over tabs and line ends wherever they stand, and over control characters and space before an address. Here all of
    /// them are passed over everywhere: what is a scheme to any browser is one here.
    /// </remarks>
    public static (string Scheme, string After) Split(string address)
    {
        var read = address.AsSpan().ContainsAnyExceptInRange('!', '~') ? Visible(address) : address;
        var end = read.AsSpan().IndexOfAny(EndsScheme);
        return end > 0 && read[end] == ':' && char.IsAsciiLetter(read[0]) && !read.AsSpan(0, end).ContainsAnyExcept(SchemeCharacters)
            ? (read[..end].ToLowerInvariant(), read[(end + 1)..])
            : ("", read);
    }

    private static string Visible(string address)
        => string.Concat(address.Where(static character => !char.IsControl(character) && !char.IsWhiteSpace(character)));
}

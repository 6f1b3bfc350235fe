using System.Globalization;
using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>Numbers of lists that are no digits.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>A number as a list of a type shows it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="type">The list's <c>type</c>: <c>a</c>, <c>A</c>, <c>i</c>, <c>I</c>, or anything else for digits.</param>
    public static string Of(int number, string type) => type switch
    {
        "a" when number > 0 => LettersOf(number),
        "A" when number > 0 => LettersOf(number).ToUpperInvariant(),
        "i" when number is > 0 and < 4000 => RomanOf(number),
        "I" when number is > 0 and < 4000 => RomanOf(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string LettersOf(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            letters = (char)('a' + ((number - 1) % 26)) + letters;
        }

        return letters;
    }

    private static string RomanOf(int number)
    {
        var digits = new StringBuilder();
        foreach (var (value, text) in Roman)
        {
            for (; number >= value; number -= value)
            {
                digits.Append(text);
            }
        }

        return digits.ToString();
    }
}

using System.Globalization;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>
/// Whether emphasis may begin or end with a run, by the characters on both its sides as they stand in the source: an entity is the
/// punctuation it is written with, and not what it stands for.
/// </summary>
internal static class Flanking
{
    private const char Tilde = '~';

    /// <summary>Says it of a run.</summary>
    /// <param name="before">The text that ends where the run begins.</param>
    /// <param name="after">The text from the run's end.</param>
    /// <param name="marker">The character the run consists of.</param>
    /// <param name="rules">Whose rules count.</param>
    /// <param name="opens">Whether emphasis may begin with it.</param>
    /// <param name="closes">Whether emphasis may end with it.</param>
    public static void Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after, char marker, EmphasisRules rules, out bool opens, out bool closes)
    {
        var isWithinWords = marker != '_';
        if (rules == EmphasisRules.GitHub && marker != Tilde)
        {
            before = before.TrimEnd(Tilde);
            after = after.TrimStart(Tilde);
        }

        var left = before.IsEmpty ? Side.Space : SideOf(before[^1], rules);
        var right = after.IsEmpty ? Side.Space : SideOf(after[0], rules);
        var isLoose = rules == EmphasisRules.Mdx && marker != Tilde;
        var isLeftFlanking = right == Side.Text || (right == Side.Punctuation && left != Side.Text) || (isLoose && after is [Tilde, ..]);
        var isRightFlanking = left == Side.Text || (left == Side.Punctuation && right != Side.Text) || (isLoose && before is [.., Tilde]);
        opens = isLeftFlanking && (isWithinWords || !isRightFlanking || left == Side.Punctuation);
        closes = isRightFlanking && (isWithinWords || !isLeftFlanking || right == Side.Punctuation);
    }

    // Half a character beyond the first plane is neither: emoji are text there, as in all peers.
    private static Side SideOf(char character, EmphasisRules rules) => character switch
    {
        ' ' or '\t' or '\n' or '\f' or '\r' => Side.Space,
        _ when rules == EmphasisRules.Mdx && JavaScriptSpace.Contains(character) => Side.Space,
        _ => char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => Side.Space,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => Side.Punctuation,
            _ => Side.Text,
        },
    };

    private enum Side
    {
        Text,
        Space,
        Punctuation,
    }
}

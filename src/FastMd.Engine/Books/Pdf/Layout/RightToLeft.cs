namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Puts what is seen from left to right in the order in which it is read.</summary>
internal static class RightToLeft
{
    /// <summary>The pieces of a line in reading order.</summary>
    /// <param name="pieces">The pieces from left to right.</param>
    public static List<Piece> Ordered(List<Piece> pieces)
    {
        var letters = 0;
        var all = 0;
        foreach (var piece in pieces)
        {
            all += piece.Text.Length;
            letters += piece.IsRightToLeft ? piece.Text.Length : 0;
        }

        if (letters == 0)
        {
            return pieces;
        }

        var ordered = new List<Piece>(pieces);
        if (letters * 2 >= all)
        {
            // The line is one from right to left: all of it is turned round, and what is from left to right in it once more.
            ordered.Reverse();
            ReverseRuns(ordered, isRightToLeft: false);
        }
        else
        {
            ReverseRuns(ordered, isRightToLeft: true);
        }

        return ordered;
    }

    private static void ReverseRuns(List<Piece> pieces, bool isRightToLeft)
    {
        for (var i = 0; i < pieces.Count;)
        {
            var end = i;
            while (end < pieces.Count && pieces[end].IsRightToLeft == isRightToLeft)
            {
                end++;
            }

            if (end - i > 1)
            {
                pieces.Reverse(i, end - i);
            }

            i = Math.Max(end, i + 1);
        }
    }
}

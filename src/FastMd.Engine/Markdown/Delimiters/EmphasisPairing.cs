using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>
/// Pairs runs up to emphasis, by the algorithm of the CommonMark specification. Where a run found nothing to pair up with, runs like it
/// look no further back than that: so time grows with the number of runs, and not with its square.
/// </summary>
internal static class EmphasisPairing
{
    /// <summary>Runs that look for the same: of one kind, of a length with one remainder by three, that may begin emphasis or may not.</summary>
    private const int Likenesses = 4 * 6;

    /// <summary>Makes emphasis of the runs after one; what is left of them is text.</summary>
    /// <param name="stack">The runs.</param>
    /// <param name="after">The run; null where all are meant.</param>
    public static void Pair(DelimiterStack stack, DelimiterRun? after)
    {
        if (stack.LastRun == after)
        {
            return;
        }

        // Strikethrough and emphasis pair up apart in MDX: first the one whose run comes first.
        var startsApart = First(stack.LastRun!, after).IsApart;
        Pair(stack, after, before: null, startsApart);
        Pair(stack, after, before: null, !startsApart);
        stack.TurnIntoText(after);
    }

    /// <summary>Makes emphasis of the runs between two, of those that are apart or of the others.</summary>
    private static void Pair(DelimiterStack stack, DelimiterRun? after, DelimiterRun? before, bool isApart)
    {
        if (stack.LastRun == after)
        {
            return;
        }

        Span<int> floors = stackalloc int[Likenesses];
        floors.Fill(after?.Offset ?? -1);
        for (var closer = First(before ?? stack.LastRun!, after); closer is not null && closer != before;)
        {
            if (!closer.Closes || closer.IsApart != isApart)
            {
                closer = closer.Next;
                continue;
            }

            ref var floor = ref floors[LikenessOf(closer)];
            if (Opener(closer, floor) is { } opener)
            {
                closer = Wrap(stack, opener, closer);
                LookAgain(floors, opener);
                continue;
            }

            floor = closer.Offset - 1;
            var next = closer.Next;
            if (!closer.Opens)
            {
                closer.BecomeText();
                stack.Remove(closer);
            }

            closer = next;
        }
    }

    /// <summary>What is left of a run that opened emphasis may pair up with what the whole run could not.</summary>
    private static void LookAgain(Span<int> floors, DelimiterRun opener)
    {
        foreach (ref var floor in opener.Count > 0 ? floors : [])
        {
            floor = Math.Min(floor, opener.Offset - 1);
        }
    }

    private static DelimiterRun First(DelimiterRun last, DelimiterRun? after)
    {
        while (last.Previous != after)
        {
            last = last.Previous!;
        }

        return last;
    }

    private static DelimiterRun? Opener(DelimiterRun closer, int floor)
    {
        var opener = closer.Previous;
        while (opener is not null && opener.Offset > floor && !opener.PairsWith(closer))
        {
            opener = opener.Previous;
        }

        return opener is not null && opener.Offset > floor ? opener : null;
    }

    private static int LikenessOf(DelimiterRun run)
    {
        var kind = run.Kind switch { '*' => 0, '_' => 1, '~' => 2, _ => 3 };
        return (kind * 6) + (run.Opens ? 3 : 0) + (run.Length % 3);
    }

    /// <summary>Makes emphasis of what stands between two runs; gives the run to go on with.</summary>
    private static DelimiterRun? Wrap(DelimiterStack stack, DelimiterRun opener, DelimiterRun closer)
    {
        if (closer.Previous != opener)
        {
            Pair(stack, opener, closer, !closer.IsApart);
        }

        while (closer.Previous is { } between && between != opener)
        {
            between.BecomeText();
            stack.Remove(between);
        }

        var count = opener.Kind is '*' or '_' ? (opener.Count >= 2 && closer.Count >= 2 ? 2 : 1) : opener.Count;
        var emphasis = new EmphasisInline { DelimiterChar = opener.Kind, DelimiterCount = count, IsClosed = true };
        while (opener.NextSibling is { } child && child != closer)
        {
            child.Remove();
            emphasis.AppendChild(child);
        }

        opener.InsertAfter(emphasis);
        opener.TakeLast(count);
        closer.TakeFirst(count);
        emphasis.Span = new(opener.Span.End + 1, closer.Span.Start - 1);
        if (opener.Count == 0)
        {
            stack.Remove(opener);
            opener.Remove();
        }

        if (closer.Count > 0)
        {
            return closer;
        }

        var next = closer.Next;
        stack.Remove(closer);
        closer.Remove();
        return next;
    }
}

/// <summary>Whose rules say which runs begin and end emphasis.</summary>
internal enum EmphasisRules
{
    /// <summary>Those of the CommonMark specification.</summary>
    CommonMark,

    /// <summary>GitHub's: tildes beside a run are looked past.</summary>
    GitHub,

    /// <summary>
    /// Those of MDX's reference: white space is what it is in JavaScript, emphasis may begin before a tilde and end after one, and the rule of
    /// three counts what is left of a run, not what it was.
    /// </summary>
    Mdx,
}

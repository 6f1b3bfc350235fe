using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>
/// A row of one character that may begin or end emphasis. It is text among the text around it; Markdig makes such a row contain all that
/// follows, so that a row of them nests without bound and each new inline is looked up through all of them.
/// </summary>
internal sealed class DelimiterRun : LiteralInline
{
    private readonly int _length;
    private readonly EmphasisRules _rules;
    private StringSlice _rest;

    /// <summary>A run.</summary>
    /// <param name="run">The characters.</param>
    /// <param name="kind">What pairs up with it: runs of the same kind.</param>
    /// <param name="opens">Whether emphasis may begin with it.</param>
    /// <param name="closes">Whether emphasis may end with it.</param>
    /// <param name="rules">Whose rules count.</param>
    public DelimiterRun(StringSlice run, char kind, bool opens, bool closes, EmphasisRules rules)
    {
        _rest = run;
        Offset = run.Start;
        _length = run.Length;
        _rules = rules;
        Kind = kind;
        Opens = opens;
        Closes = closes;

        // The text after it must not be appended to it while its characters may still be taken.
        Content = StringSlice.Empty;
    }

    public char Kind { get; }

    public bool Opens { get; }

    public bool Closes { get; }

    /// <summary>Where it begins in the text.</summary>
    public int Offset { get; }

    /// <summary>How many characters the rule of three counts.</summary>
    public int Length => _rules == EmphasisRules.Mdx ? Count : _length;

    /// <summary>How many are left.</summary>
    public int Count => _rest.Length;

    /// <summary>The run before it that is not yet text.</summary>
    public DelimiterRun? Previous { get; set; }

    /// <summary>The run after it that is not yet text.</summary>
    public DelimiterRun? Next { get; set; }

    /// <summary>Whether emphasis may begin with this run and end with that one.</summary>
    public bool PairsWith(DelimiterRun closer)
        => Opens
            && Kind == closer.Kind
            && ((!closer.Opens && !Closes) || closer.Length % 3 == 0 || (Length + closer.Length) % 3 != 0);

    public void TakeLast(int count)
    {
        _rest.End -= count;
        Span.End -= count;
    }

    public void TakeFirst(int count)
    {
        _rest.Start += count;
        Span.Start += count;
    }

    /// <summary>Whether it is of tildes and pairs up apart from stars and underscores, as with the rules of MDX.</summary>
    public bool IsApart => _rules == EmphasisRules.Mdx && Kind is not ('*' or '_');

    /// <summary>What is left of it is text.</summary>
    public void BecomeText() => Content = _rest;
}

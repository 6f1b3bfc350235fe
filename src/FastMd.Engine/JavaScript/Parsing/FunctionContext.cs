using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>The function whose code is being parsed: its labels, and what its parameters must not have in them.</summary>
/// <param name="tokens">The tokens.</param>
internal sealed class FunctionContext(Tokenizer tokens)
{
    private int _depth;
    private List<Label>? _labels;

    /// <summary>Whether the code is outside any function.</summary>
    public bool IsTopLevel => _depth == 0;

    /// <summary>The outermost function around the code; null at the top level.</summary>
    public FunctionBody? Outermost { get; private set; }

    /// <summary>The labels around the code, within its function.</summary>
    public List<Label> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    /// <summary>The <c>yield</c> and <c>await</c> in what may turn out to be parameters.</summary>
    public YieldAwaitPositions Positions { get; set; }

    /// <summary>Goes into a function; returns what <see cref="Leave"/> is to be given.</summary>
    public OuterFunction Enter()
    {
        var outer = new OuterFunction(Positions, _labels);
        (Positions, _labels) = (default, null);
        if (_depth++ == 0)
        {
            Outermost = new();
        }

        return outer;
    }

    public void Leave(OuterFunction outer)
    {
        (Positions, _labels) = outer;
        if (--_depth == 0)
        {
            Outermost = null;
        }
    }

    /// <summary>Takes down where the body of the function lies, up to the token before.</summary>
    public void SetBody(int start, bool isExpression)
    {
        if (_depth == 1 && Outermost is { } outermost)
        {
            (outermost.Start, outermost.End, outermost.IsExpression) = (start, tokens.LastEnd, isExpression);
        }
    }

    public void AddYield(int offset) => Positions = Positions.Or(new(offset, 0));

    public void AddAwait(int offset) => Positions = Positions.Or(new(0, offset));

    /// <summary>Parameters contain neither <c>yield</c> nor <c>await</c> expressions.</summary>
    public void RefuseYieldAndAwaitInParameters()
    {
        var (yieldAt, awaitAt) = Positions;
        if (yieldAt != 0 && (awaitAt == 0 || yieldAt < awaitAt))
        {
            tokens.Fail(yieldAt, "`yield` cannot stand in a default value");
        }

        if (awaitAt != 0)
        {
            tokens.Fail(awaitAt, "`await` cannot stand in a default value");
        }
    }
}

/// <summary>Offsets of the first <c>yield</c> and the first <c>await</c>; 0 for nowhere.</summary>
internal readonly record struct YieldAwaitPositions(int Yield, int Await)
{
    /// <summary>These positions; others where there are none.</summary>
    public YieldAwaitPositions Or(YieldAwaitPositions others)
        => new(Yield != 0 ? Yield : others.Yield, Await != 0 ? Await : others.Await);
}

/// <summary>What is kept of a function while one in it is parsed.</summary>
internal readonly record struct OuterFunction(YieldAwaitPositions Positions, List<Label>? Labels);

/// <summary>What <c>break</c> and <c>continue</c> can name, or lead to.</summary>
/// <param name="Name">Its name; null of a loop or switch by itself.</param>
/// <param name="IsLoop">Whether <c>continue</c> can lead to it.</param>
/// <param name="IsSwitch">Whether it is a switch.</param>
/// <param name="StatementStart">Offset of the statement that it stands before.</param>
internal sealed record Label(string? Name, bool IsLoop, bool IsSwitch = false, int StatementStart = -1);

using System.Diagnostics.CodeAnalysis;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>The runs and brackets of one block's text that may still become emphasis, links and images.</summary>
internal sealed class DelimiterStack
{
    private readonly List<Bracket> _brackets = [];
    private ContainerInline? _root;
    private int _images;
    private int _inactive;

    /// <summary>The last run; null where there is none.</summary>
    public DelimiterRun? LastRun { get; private set; }

    /// <summary>Whether what comes next may turn out to be in a link or an image.</summary>
    public bool IsInBracket => _images > 0 || _brackets.Count > _inactive;

    /// <summary>Forgets the delimiters of the block before.</summary>
    /// <param name="root">Holds the inlines of the block at hand.</param>
    public void BeginAt(ContainerInline root)
    {
        if (!ReferenceEquals(_root, root))
        {
            _root = root;
            _brackets.Clear();
            _images = 0;
            _inactive = 0;
            LastRun = null;
        }
    }

    public void Push(Bracket bracket)
    {
        _brackets.Add(bracket);
        _images += bracket.IsImage ? 1 : 0;
    }

    /// <summary>Takes the last bracket.</summary>
    /// <param name="bracket">The bracket.</param>
    /// <param name="isActive">Whether a link or an image may begin with it.</param>
    public bool TryPop(out Bracket bracket, out bool isActive)
    {
        var last = _brackets.Count - 1;
        if (last < 0)
        {
            bracket = default;
            isActive = false;
            return false;
        }

        bracket = _brackets[last];
        isActive = bracket.IsImage || last >= _inactive;
        _brackets.RemoveAt(last);
        _inactive = Math.Min(_inactive, last);
        _images -= bracket.IsImage ? 1 : 0;
        return true;
    }

    /// <summary>No link begins with any bracket there is: links do not nest.</summary>
    public void Deactivate() => _inactive = _brackets.Count;

    public void Push(DelimiterRun run)
    {
        run.Previous = LastRun;
        if (LastRun is not null)
        {
            LastRun.Next = run;
        }

        LastRun = run;
    }

    /// <summary>A run is used up, or text for good.</summary>
    public void Remove(DelimiterRun run)
    {
        if (run.Next is { } next)
        {
            next.Previous = run.Previous;
        }
        else
        {
            LastRun = run.Previous;
        }

        if (run.Previous is { } previous)
        {
            previous.Next = run.Next;
        }
    }

    /// <summary>The runs after one are text.</summary>
    public void TurnIntoText([AllowNull] DelimiterRun after)
    {
        while (LastRun is { } run && run != after)
        {
            run.BecomeText();
            Remove(run);
        }
    }
}

/// <summary>A bracket that may begin a link or an image.</summary>
/// <param name="Text">The bracket as text.</param>
/// <param name="IsImage">Whether an exclamation mark stands before it.</param>
/// <param name="Label">The label that begins with it, if a definition has it.</param>
/// <param name="RunBefore">The last run before it.</param>
internal readonly record struct Bracket(LiteralInline Text, bool IsImage, string? Label, DelimiterRun? RunBefore);

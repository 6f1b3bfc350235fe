using System.Text;

namespace FastMd.Engine.Context.Writing;

/// <summary>Writes lines, each behind the marks of the quotes and lists it stands in.</summary>
internal sealed class LineWriter
{
    // More is given back after each document.
    private const int MostKept = 256 * 1024;

    [ThreadStatic]
    private static StringBuilder? _kept;

    private readonly StringBuilder _text = Take();
    private string _prefix = "";
    private bool _isAtStart;

    /// <summary>Number of the line that is being written, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether nothing was written yet.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Writes text. Line feeds in it begin new lines; those that hold nothing are written without the space before it.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is >= 0 and var end)
        {
            WriteInLine(text[..end]);
            EndLine();
            text = text[(end + 1)..];
        }

        WriteInLine(text);
    }

    /// <summary>Ends a line.</summary>
    public void EndLine()
    {
        if (_isAtStart)
        {
            _text.Append(_prefix.AsSpan().TrimEnd(' '));
        }

        _text.Append('\n');
        _isAtStart = true;
        Line++;
    }

    /// <summary>Has lines stand behind more than before, from the next one on.</summary>
    /// <param name="marks">What they stand behind.</param>
    /// <returns>What <see cref="Leave"/> takes.</returns>
    public string Enter(string marks)
    {
        var outer = _prefix;
        _prefix += marks;
        return outer;
    }

    /// <summary>Goes back to what lines stood behind before.</summary>
    public void Leave(string outer) => _prefix = outer;

    /// <summary>The text. Nothing may be written after it is asked for.</summary>
    public string Finish()
    {
        var text = _text.ToString();
        if (_text.Capacity <= MostKept)
        {
            _kept = _text.Clear();
        }

        return text;
    }

    private static StringBuilder Take()
    {
        var builder = _kept ?? new();
        _kept = null;
        return builder;
    }

    private void WriteInLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_isAtStart)
        {
            _text.Append(_prefix);
            _isAtStart = false;
        }

        _text.Append(text);
    }
}

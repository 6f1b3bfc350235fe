using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>Something a person should know about one document.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable code, such as <c>FM1001</c>; every one is listed in docs/diagnostics.md.</param>
/// <param name="Message">What happened and what to do, one sentence or two, no location.</param>
/// <param name="Line">Line in the source, from 1; 0 where the diagnostic is about the document as a whole.</param>
/// <param name="Column">Column in the source, from 1, in UTF-16 code units; 0 where there is none.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Message, int Line = 0, int Column = 0)
{
    // A text, or the facts that one is made of.
    private readonly object _message = Message;

    internal Diagnostic(DiagnosticSeverity severity, string code, IMessage message, int line, int column)
        : this(severity, code, "", line, column)
        => _message = message;

    /// <summary>What happened and what to do, one sentence or two, no location. Of what a tree has thousands of it is put together each time it is read.</summary>
    public string Message
    {
        get => _message as string ?? MessageText.Of(this);
        init => _message = value;
    }

    /// <summary>A diagnostic that lets the document pass.</summary>
    public static Diagnostic Warning(string code, string message, int line = 0, int column = 0)
        => new(DiagnosticSeverity.Warning, code, message, line, column);

    /// <summary>A diagnostic that fails the document.</summary>
    public static Diagnostic Error(string code, string message, int line = 0, int column = 0)
        => new(DiagnosticSeverity.Error, code, message, line, column);

    /// <summary><c>error</c> or <c>warning</c>, as compilers and build agents say it.</summary>
    public string Kind => Severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary>The facts its message is made of; null where it is a text.</summary>
    internal IMessage? Facts => _message as IMessage;

    /// <summary><c>path(line,col): message [code]</c>, the form every door prints: one line, whatever is in the path.</summary>
    /// <param name="path">The document's path or name.</param>
    public string Format(string path)
        => OneLine.Of(Line > 0 ? MessageText.Of(this, $"{path}({Line},{Column}): ") : MessageText.Of(this, $"{path}: "));

    /// <summary>Writes the message without creating a string first, for callers that write many.</summary>
    /// <param name="writer">Receives it.</param>
    public void WriteMessage(IBufferWriter<char> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_message is IMessage message)
        {
            message.WriteTo(writer);
        }
        else
        {
            writer.Write((string)_message);
        }
    }

    /// <summary>Whether two say the same of the same place, wherever their messages come from.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Diagnostic? other)
        => other is not null
            && (Severity, Code, Line, Column) == (other.Severity, other.Code, other.Line, other.Column)
            && Message == other.Message;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Severity, Code, Line, Column);
}

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document was converted; something in it deserves a look.</summary>
    Warning,

    /// <summary>The document was not converted.</summary>
    Error,
}

/// <summary>The message of a diagnostic as the facts it is formatted from, because few of all messages are ever read.</summary>
internal interface IMessage
{
    /// <summary>Puts it together.</summary>
    void WriteTo(IBufferWriter<char> writer);
}

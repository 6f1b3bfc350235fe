using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Messages;

/// <summary>A diagnostic on its way between processes. Of a dead link the facts go, for few messages are ever read.</summary>
internal static class DiagnosticMessage
{
    public static void Write(RecordWriter writer, Diagnostic diagnostic)
    {
        var dead = diagnostic.Facts as DeadLink;
        writer.Flag(dead is not null);
        writer.Number((long)diagnostic.Severity);
        writer.Text(diagnostic.Code);
        writer.Number(diagnostic.Line);
        writer.Number(diagnostic.Column);
        if (dead is null)
        {
            writer.Text(diagnostic.Message);
            return;
        }

        writer.Text(dead.Url);
        writer.Number((long)dead.Kind);
        writer.Text(dead.Root);
        writer.Text(dead.Target.Folder);
        writer.Text(dead.Target.Name);
        writer.Number((long)dead.Advice);
        writer.Optional(dead.Advised);
    }

    /// <exception cref="InvalidDataException">It is no diagnostic.</exception>
    public static Diagnostic Read(ref RecordReader reader)
    {
        var isDeadLink = reader.Flag();
        var severity = (DiagnosticSeverity)reader.Choice(2);
        var (code, line, column) = (reader.Text(), reader.Whole(), reader.Whole());
        return isDeadLink ? new(severity, code, ReadDeadLink(ref reader), line, column) : new(severity, code, reader.Text(), line, column);
    }

    private static DeadLink ReadDeadLink(ref RecordReader reader)
    {
        var dead = new DeadLink(
            Url: reader.Text(),
            Kind: (LinkKind)reader.Choice(2),
            Root: reader.Text(),
            Target: new(reader.Text(), reader.Text()),
            Advice: (LinkAdvice)reader.Choice((int)LinkAdvice.ChangeLetters + 1),
            Advised: reader.Optional());

        // The message is put together later, where nobody expects that it cannot be.
        return (dead.Advice == LinkAdvice.None) == (dead.Advised is null)
            && IsPath(dead.Root) && !IsEnded(dead.Root) && IsPath(dead.Target.Path) && IsPath(dead.Advised ?? dead.Root)
            ? dead
            : throw RecordReader.InvalidRecord();
    }

    private static bool IsPath(string path) => Path.IsPathFullyQualified(path) && !path.Contains('\0', StringComparison.Ordinal);

    private static bool IsEnded(string root) => Path.TrimEndingDirectorySeparator(root).Length < root.Length;
}

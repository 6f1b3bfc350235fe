using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Output.State;

/// <summary>
/// How a diagnostic is written down. Of a dead link that is what its message is made of: a tree can have thousands, and their messages
/// name paths that stand in the state already.
/// </summary>
internal static class DiagnosticRecord
{
    private const int SeverityBits = 1;
    private const int LinkKindBits = 1;

    private enum Form
    {
        Text,
        DeadLink,
    }

    /// <summary>Writes a diagnostic.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="basePath">Absolute path of the tree's root.</param>
    /// <param name="numberOf">Gives the number of an absolute path.</param>
    public static void Write(RecordWriter writer, Diagnostic diagnostic, string basePath, Func<string, int> numberOf)
    {
        var dead = diagnostic.Facts as DeadLink;
        var form = dead?.Root == Path.TrimEndingDirectorySeparator(basePath) ? Form.DeadLink : Form.Text;
        writer.Number(((long)form << SeverityBits) | (long)diagnostic.Severity);
        writer.Number(diagnostic.Line);
        writer.Number(diagnostic.Column);
        if (form == Form.Text)
        {
            writer.Text(diagnostic.Code);
            writer.Text(diagnostic.Message);
            return;
        }

        writer.Number(((long)dead!.Advice << LinkKindBits) | (long)dead.Kind);
        writer.Text(dead.Url);
        writer.Number(numberOf(dead.Target.Path));
        if (dead.Advised is { } advised)
        {
            writer.Number(numberOf(advised));
        }
    }

    /// <summary>Reads a diagnostic that was verified.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="paths">The paths it speaks of.</param>
    /// <param name="root">Absolute path of the tree's root, without a separator at its end.</param>
    public static Diagnostic Read(ref RecordReader reader, PathTable paths, string root)
    {
        var head = reader.Number();
        var severity = (DiagnosticSeverity)(head & ((1 << SeverityBits) - 1));
        var (line, column) = ((int)reader.Number(), (int)reader.Number());
        if ((Form)(head >> SeverityBits) == Form.Text)
        {
            return new(severity, reader.Text(), reader.Text(), line, column);
        }

        var link = reader.Number();
        var advice = (LinkAdvice)(link >> LinkKindBits);
        var dead = new DeadLink(
            Url: reader.Text(),
            Kind: (LinkKind)(link & ((1 << LinkKindBits) - 1)),
            Root: root,
            Target: paths.PlaceOf((int)reader.Number()),
            Advice: advice,
            Advised: advice == LinkAdvice.None ? null : paths[(int)reader.Number()]);
        return new(severity, DiagnosticCodes.DeadLink, dead, line, column);
    }

    /// <summary>Passes over a diagnostic, and sees to it that it can be read.</summary>
    /// <exception cref="InvalidDataException">It is not of our form.</exception>
    public static void Verify(ref RecordReader reader, PathTable paths)
    {
        var form = reader.Number() >> SeverityBits;
        _ = (reader.Number(), reader.Number());
        switch (form)
        {
            case (long)Form.Text:
                reader.SkipText();
                reader.SkipText();
                break;
            case (long)Form.DeadLink:
                VerifyDeadLink(ref reader, paths);
                break;
            default:
                throw RecordReader.InvalidRecord();
        }
    }

    private static void VerifyDeadLink(ref RecordReader reader, PathTable paths)
    {
        var advice = reader.Number() >> LinkKindBits;
        reader.SkipText();
        paths.Verify(reader.Number());
        switch (advice)
        {
            case (long)LinkAdvice.None:
                break;
            case (long)LinkAdvice.AddExtension or (long)LinkAdvice.ChangeCase or (long)LinkAdvice.ChangeSlash or (long)LinkAdvice.ChangeLetters:
                paths.Verify(reader.Number());
                break;
            default:
                throw RecordReader.InvalidRecord();
        }
    }
}

using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;

namespace FastMd.Cli.Diagnostics;

/// <summary>
/// Where a run's diagnostics go. A file gets the form asked for, and standard error keeps the lines for people. Without a file lines go
/// to standard error, and a whole document to standard output, or to standard error where results use that.
/// </summary>
internal sealed class DiagnosticOutput : IDisposable
{
    private readonly DiagnosticRequest _request;
    private readonly ProcessEnvironment _environment;
    private readonly bool _outputIsTaken;
    private readonly Action<LineBuffer, string, Diagnostic>? _said;
    private IDiagnosticWriter? _writer;
    private ReplacementFile? _file;
    private MemoryStream? _document;
    private Exception? _failure;

    /// <param name="request">What is wanted.</param>
    /// <param name="environment">The process.</param>
    /// <param name="outputIsTaken">Whether results use standard output.</param>
    public DiagnosticOutput(DiagnosticRequest request, ProcessEnvironment environment, bool outputIsTaken)
    {
        _request = request;
        _environment = environment;
        _outputIsTaken = outputIsTaken;
        var formats = new LineFormats(environment);
        _said = IsDocument && outputIsTaken ? null
            : request.File is not null || IsDocument ? formats.Text
            : formats.Of(request.Format);
    }

    /// <summary>Whether standard error is for programs to read, and nothing else may stand there.</summary>
    public bool OwnsStandardError => _request.File is null
        && (_request.Format == DiagnosticFormat.Json || (IsDocument && _outputIsTaken));

    // A form that is one document, and no file for it.
    private bool IsDocument => _request is { Format: DiagnosticFormat.Sarif, File: null };

    /// <summary>Gets ready, so that a file that cannot be written is known before anything is done.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Open()
    {
        if (_request.File is { } path)
        {
            _file = Opened(path);
            _writer = Writer(_file.Content);
        }
        else if (IsDocument)
        {
            _document = new();
            _writer = Writer(_document);
        }
    }

    /// <summary>How the lines that standard error gets are written; null where it gets none.</summary>
    public Action<LineBuffer, string, Diagnostic>? Said => _said;

    /// <summary>Takes a diagnostic down. Whether it could be written <see cref="Complete"/> says: no document is lost for it.</summary>
    public void Write(string path, Diagnostic diagnostic)
    {
        try
        {
            if (_failure is null)
            {
                _writer?.Write(path, diagnostic);
            }
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            _failure = failure;
        }
    }

    /// <summary>Writes the end, and gives the file its name.</summary>
    /// <param name="ranToItsEnd">Whether the run was not cut short.</param>
    /// <exception cref="IOException">Something could not be written.</exception>
    public void Complete(bool ranToItsEnd)
    {
        try
        {
            _writer?.Complete(ranToItsEnd);
            _file?.Commit();
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            _failure ??= failure;
        }

        if (_failure is not null)
        {
            throw Unwritable(_request.File, _failure);
        }

        if (_document is not null)
        {
            Print(Encoding.UTF8.GetString(_document.GetBuffer(), 0, (int)_document.Length));
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _file?.Dispose();
        _document?.Dispose();
    }

    // The last is what the runtime makes of a file that may not grow.
    private static bool IsUnwritable(Exception failure) => failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private static ReplacementFile Opened(string path)
    {
        try
        {
            return new(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure);
        }
    }

    private static IOException Unwritable(string? path, Exception failure)
        => new($"--diagnostics: '{path}' cannot be written: {failure.Message}", failure);

    private IDiagnosticWriter Writer(Stream output)
        => new LineFormats(_environment).Of(_request.Format) is { } form
            ? new LineWriter(output, form)
            : new SarifWriter(output, _environment.WorkingDirectory);

    private void Print(string document)
    {
        if (_outputIsTaken)
        {
            _environment.Messages.WriteLine(document);
            return;
        }

        using var output = new StreamWriter(_environment.Output(), new UTF8Encoding(false)) { NewLine = "\n" };
        output.WriteLine(document);
    }
}

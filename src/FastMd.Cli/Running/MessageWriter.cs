using System.Globalization;
using FastMd.Cli.Diagnostics;
using FastMd.Cli.Terminal;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports.Live;

namespace FastMd.Cli.Running;

/// <summary>
/// Everything said to a person: diagnostics, progress, summary. Progress comes from a timer's thread, so all is behind one lock. Lines for
/// a file or a pipe are written many at a time, each within the moment that progress takes: a tree has thousands.
/// </summary>
internal sealed class MessageWriter : IProgress<BatchProgress>, IDisposable
{
    private static readonly TimeSpan PlainPeriod = TimeSpan.FromSeconds(10);

    private const int ManyCharacters = 32 * 1024;

    private readonly object _gate = new();
    private readonly LineBuffer _waiting = new();
    private readonly TextWriter _messages;
    private readonly string _workingDirectory;
    private readonly DiagnosticOutput _diagnostics;
    private readonly bool _quiet;
    private readonly bool _saysNothingElse;
    private readonly bool _verbose;
    private readonly ProgressMode _progress;
    private readonly bool _isTerminal;
    private readonly bool _showsInFull;
    private readonly bool _isFilter;
    private readonly string? _occasion;
    private FullProgress? _full;
    private TimeSpan _lastPlainLine;
    private int _barLength;
    private bool _isOver;

    public MessageWriter(ProcessEnvironment environment, RunRequest request, DiagnosticOutput diagnostics)
    {
        _messages = environment.Messages;
        _workingDirectory = environment.WorkingDirectory;
        _occasion = request.Occasion;
        _quiet = request.Quiet;
        _diagnostics = diagnostics;
        _saysNothingElse = request.Quiet || diagnostics.OwnsStandardError;
        _verbose = request.Verbose && !diagnostics.OwnsStandardError;
        _progress = _saysNothingElse ? ProgressMode.None : request.Progress;
        _isTerminal = environment.IsTerminal;
        _showsInFull = _progress == ProgressMode.Full && _isTerminal && (OperatingSystem.IsWindows() ? WindowsConsole.TakeEscapes() : environment.Variable("TERM") is not (null or "" or "dumb"));
        _isFilter = request.Destination is null && !request.Json;
    }

    public void Report(BatchProgress value)
    {
        lock (_gate)
        {
            WriteWaiting();
            if (_isOver || _progress == ProgressMode.None || _full is not null)
            {
                return;
            }

            if (_progress == ProgressMode.Auto && _isTerminal)
            {
                ShowBar(ProgressText.Bar(value, TerminalWidth()));
            }
            else if (value.Elapsed - _lastPlainLine >= PlainPeriod)
            {
                _lastPlainLine = value.Elapsed;
                _messages.WriteLine(ProgressText.Line(value));
            }
        }
    }

    /// <summary>A job begins: shows it in full, where that is wanted and there is a terminal.</summary>
    public void Begin(ILiveSource job)
    {
        if (_showsInFull)
        {
            lock (_gate)
            {
                WriteWaiting();
                _full ??= new(_messages, job, TimeProvider.System);
            }
        }
    }

    /// <summary>What there is to say of a document.</summary>
    public void Show(ConversionResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            if (result.Status != ConversionStatus.Cancelled)
            {
                Show(result.SourcePath, diagnostic);
            }
        }

        if (_verbose)
        {
            Remark(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Status} {Shown(result.SourcePath)}{(result.OutputPath is { } output ? " -> " + Shown(output) : "")} ({result.Duration.TotalMilliseconds:0.0} ms){(result.Reason is { } reason ? $": {reason}" : "")}"));
        }
    }

    /// <summary>Something for those who want to know all.</summary>
    public void Remark(string text)
    {
        if (_verbose)
        {
            WriteLine(OneLine.Of(text));
        }
    }

    /// <summary>Something for everybody who reads more than errors.</summary>
    public void Say(string text)
    {
        if (!_saysNothingElse)
        {
            WriteLine(OneLine.Of(text));
        }
    }

    /// <summary>Something that was asked for, which has no other place to be said.</summary>
    /// <exception cref="UsageException">Diagnostics have standard error to themselves.</exception>
    public void Announce(string text)
    {
        if (_diagnostics.OwnsStandardError)
        {
            throw new UsageException("--dashboard prints its address on standard error, where the diagnostics are: have those written to a file, with --diagnostics.");
        }

        lock (_gate)
        {
            WriteLine(OneLine.Of(text));
            WriteWaiting();
        }
    }

    /// <summary>Something went wrong that is no document's fault.</summary>
    public void Problem(string text) => WriteLine(OneLine.Of("fastmd: " + text));

    /// <summary>Writes a diagnostic to the file for them, if there is one, and says nothing.</summary>
    public void Record(string path, Diagnostic diagnostic) => _diagnostics.Write(path, diagnostic);

    /// <summary>One diagnostic, in the form asked for.</summary>
    public void Show(string path, Diagnostic diagnostic)
    {
        Record(path, diagnostic);
        var isWanted = !_quiet || diagnostic.Severity == DiagnosticSeverity.Error;
        if (isWanted && _diagnostics.Said is { } form)
        {
            lock (_gate)
            {
                ClearBar();
                form(_waiting, path, diagnostic);
                EndLine();
            }
        }
    }

    public void ShowSummary(BatchProgress progress, bool isCancelled)
    {
        // A filter between two pipes has nothing to sum up.
        Close(!_isFilter || isCancelled ? ProgressText.Summary(progress, isCancelled) : null);
    }

    /// <summary>The run is over.</summary>
    /// <param name="summary">What it comes to; null where there is nothing to sum up.</param>
    public void Close(string? summary)
    {
        lock (_gate)
        {
            ClearBar();
            WriteWaiting();
            EndFull();
            _isOver = true;
            if (!_saysNothingElse && summary is not null)
            {
                _messages.WriteLine(_occasion is null ? summary : $"{OneLine.Of(_occasion)}: {summary}");
            }
        }
    }

    /// <summary>Writes the lines that wait, and ends what shows in place, whatever ended the run.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            WriteWaiting();
            EndFull();
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Math.Max(Console.WindowWidth, 20);
        }
        catch (IOException)
        {
            return 80;
        }
    }

    /// <summary>A path as people see it.</summary>
    public string Shown(string path) => ShownPath.Of(path, _workingDirectory);

    private void WriteLine(string line)
    {
        lock (_gate)
        {
            ClearBar();
            _waiting.Append(line);
            EndLine();
        }
    }

    private void EndLine()
    {
        _waiting.Append(_messages.NewLine);
        if (_isTerminal || _isOver || _waiting.Length >= ManyCharacters)
        {
            WriteWaiting();
        }
    }

    private void EndFull()
    {
        _full?.Dispose();
        _full = null;
    }

    private void WriteWaiting()
    {
        if (_waiting.Length > 0)
        {
            if (_full is not null)
            {
                _full.Write(new(_waiting.From(0)));
            }
            else
            {
                _waiting.WriteTo(_messages);
                _messages.Flush();
            }

            _waiting.CutTo(0);
        }
    }

    private void ShowBar(string bar)
    {
        _messages.Write("\r" + bar.PadRight(_barLength));
        _messages.Flush();
        _barLength = bar.Length;
    }

    private void ClearBar()
    {
        if (_barLength > 0)
        {
            _messages.Write("\r" + new string(' ', _barLength) + "\r");
            _barLength = 0;
        }
    }
}

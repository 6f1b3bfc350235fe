using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Convert;

/// <summary>Everything said to a person: diagnostics, progress, summary. Progress comes from a timer's thread, so all is behind one lock.</summary>
internal sealed class MessageWriter : IProgress<BatchProgress>
{
    private static readonly TimeSpan PlainPeriod = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly TextWriter _messages;
    private readonly string _workingDirectory;
    private readonly bool _quiet;
    private readonly bool _verbose;
    private readonly ProgressMode _progress;
    private readonly bool _isTerminal;
    private readonly bool _isFilter;
    private TimeSpan _lastPlainLine;
    private int _barLength;
    private bool _isOver;

    public MessageWriter(ProcessEnvironment environment, ConvertRequest request)
    {
        _messages = environment.Messages;
        _workingDirectory = environment.WorkingDirectory;
        _quiet = request.Quiet;
        _verbose = request.Verbose;
        _progress = request.Quiet ? ProgressMode.None : request.Progress;
        _isTerminal = environment.IsTerminal;
        _isFilter = request.Destination is null && !request.Json;
    }

    public void Report(BatchProgress value)
    {
        lock (_gate)
        {
            if (_isOver || _progress == ProgressMode.None)
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
            WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Status} {Shown(result.SourcePath)}{(result.OutputPath is { } output ? " -> " + Shown(output) : "")} ({result.Duration.TotalMilliseconds:0.0} ms){(result.Reason is { } reason ? $": {reason}" : "")}"));
        }
    }

    /// <summary>Something for those who want to know all.</summary>
    public void Remark(string text)
    {
        if (_verbose)
        {
            WriteLine(text);
        }
    }

    /// <summary>Something went wrong that is no document's fault.</summary>
    public void Problem(string text) => WriteLine("fastmd: " + text);

    /// <summary><c>path(line,col): warning FM1001: message</c>.</summary>
    public void Show(string path, Diagnostic diagnostic)
    {
        if (_quiet && diagnostic.Severity != DiagnosticSeverity.Error)
        {
            return;
        }

        var where = diagnostic.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Shown(path)}({diagnostic.Line},{diagnostic.Column})")
            : Shown(path);
        WriteLine($"{where}: {(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {diagnostic.Code}: {diagnostic.Message}");
    }

    public void ShowSummary(BatchProgress progress, bool isCancelled)
    {
        lock (_gate)
        {
            ClearBar();
            _isOver = true;

            // A filter between two pipes has nothing to sum up.
            if (!_quiet && (!_isFilter || isCancelled))
            {
                _messages.WriteLine(ProgressText.Summary(progress, isCancelled));
            }
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

    private string Shown(string path)
        => path.StartsWith(_workingDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path[(_workingDirectory.Length + 1)..]
            : path;

    private void WriteLine(string line)
    {
        lock (_gate)
        {
            ClearBar();
            _messages.WriteLine(line);
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

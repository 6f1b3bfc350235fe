using System.Diagnostics.CodeAnalysis;
using System.Text;
using FastMd.Engine.Reports.Live;
using Spectre.Console;

namespace FastMd.Cli.Terminal;

/// <summary>
/// Shows a job on a terminal while it runs, in place; lines that are written meanwhile stand above it, and how it ended stays. One task draws, twice a second, and the
/// terminal gets each drawing at once: a job may have thousands of lines to write.
/// </summary>
internal sealed class FullProgress : IDisposable
{
    private const int MostWaiting = 256 * 1024;
    private const string ShowCursor = "\u001b[?25h";
    private const string EraseBelow = "\u001b[0J";

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private static TextWriter? _drawnOn;

    private readonly object _gate = new();
    private readonly StringBuilder _lines = new();
    private readonly TextWriter _terminal;
    private readonly ILiveSource _source;
    private readonly TimeProvider _time;
    private readonly Func<(int Width, int Height)> _size;
    private readonly IAnsiConsole _console;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle.")]
    private readonly StringWriter _frame = new();

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and is cancelled when it is disposed.")]
    private readonly CancellationTokenSource _end = new();
    private readonly Task _showing;
    private TaskCompletionSource _isFull = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;

    /// <summary>Begins to show it.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="source">The job.</param>
    /// <param name="time">The clock.</param>
    /// <param name="size">Columns and lines of the terminal; those of the console where it is null.</param>
    public FullProgress(TextWriter terminal, ILiveSource source, TimeProvider time, Func<(int Width, int Height)>? size = null)
    {
        (_terminal, _source, _time) = (terminal, source, time);
        _console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_frame) });
        _size = size ?? (() => (Math.Max(1, _console.Profile.Out.Width), Math.Max(1, _console.Profile.Out.Height)));
        Volatile.Write(ref _drawnOn, terminal);
        _showing = Task.Run(ShowAsync);
    }

    /// <summary>Gives the terminal its cursor back, where one is drawn on and the process is about to end at once.</summary>
    public static void Restore() => Volatile.Read(ref _drawnOn)?.Write(ShowCursor);

    /// <summary>Writes lines above it, the next time it is drawn. Where more wait than a terminal takes, waits for it.</summary>
    /// <param name="lines">The lines, each with its end.</param>
    public void Write(string lines)
    {
        lock (_gate)
        {
            _lines.Append(lines);
            while (_lines.Length > MostWaiting && !_isOver)
            {
                _isFull.TrySetResult();
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Shows how the job ended, and ends.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _showing.Wait();
        _terminal.Write(TakeLines());
        Volatile.Write(ref _drawnOn, null);
    }

    /// <summary>
    /// Spectre.Console erases a terminal that is smaller than what it drew, with all that scrolled out of it. So it is told a size that does not shrink, and where the
    /// terminal does, it begins anew below.
    /// </summary>
    private async Task ShowAsync()
    {
        try
        {
            var isOver = false;
            while (!isOver)
            {
                isOver = await _console.Live(Text.Empty).AutoClear(false).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Bottom).StartAsync(ShowWhileItFitsAsync);
                Emit();
            }
        }
        finally
        {
            lock (_gate)
            {
                _isOver = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <returns>Whether it showed how the job ended.</returns>
    private async Task<bool> ShowWhileItFitsAsync(LiveDisplayContext display)
    {
        var drawn = _size();
        while (true)
        {
            var isLast = _end.IsCancellationRequested;
            var size = _size();
            if (size.Width < drawn.Width || size.Height < drawn.Height)
            {
                return false;
            }

            drawn = size;
            Show(display, size);
            if (isLast)
            {
                return true;
            }

            await Task.WhenAny(Task.Delay(Period, _time, _end.Token), _isFull.Task);
        }
    }

    private void Show(LiveDisplayContext display, (int Width, int Height) size)
    {
        var view = new FullView(size.Width, size.Height).Of(_source.Read());
        (_console.Profile.Width, _console.Profile.Height) = size;
        if (TakeLines() is { Length: > 0 } lines)
        {
            _console.Write(new ControlCode(EraseBelow + lines));
        }

        display.UpdateTarget(view);
        Emit();
    }

    private string TakeLines()
    {
        lock (_gate)
        {
            var lines = _lines.ToString();
            _lines.Clear();
            _isFull = _isFull.Task.IsCompleted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : _isFull;
            Monitor.PulseAll(_gate);
            return lines;
        }
    }

    private void Emit()
    {
        _terminal.Write(_frame.ToString());
        _terminal.Flush();
        _frame.GetStringBuilder().Clear();
    }
}

using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Reports.Live;
using Spectre.Console;

namespace FastMd.Cli.Terminal;

/// <summary>Shows a job on a terminal while it runs, in place; lines that are written meanwhile stand above it, and how it ended stays.</summary>
internal sealed class FullProgress : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private const string ShowCursor = "\u001b[?25h";

    private static TextWriter? _terminal;

    private readonly object _gate = new();
    private readonly IAnsiConsole _console;
    private readonly ILiveSource _source;
    private readonly TimeProvider _time;
    private readonly Func<(int Width, int Height)> _size;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and is cancelled when it is disposed.")]
    private readonly CancellationTokenSource _end = new();
    private readonly Task _showing;

    /// <summary>Begins to show it.</summary>
    /// <param name="messages">The terminal.</param>
    /// <param name="source">The job.</param>
    /// <param name="time">The clock.</param>
    public FullProgress(TextWriter messages, ILiveSource source, TimeProvider time)
        : this(AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(messages) }), source, time)
        => Volatile.Write(ref _terminal, messages);

    internal FullProgress(IAnsiConsole console, ILiveSource source, TimeProvider time, Func<(int Width, int Height)>? size = null)
    {
        (_console, _source, _time) = (console, source, time);
        _size = size ?? (() => (Math.Max(1, console.Profile.Out.Width), Math.Max(1, console.Profile.Out.Height)));
        _showing = Task.Run(ShowAsync);
    }

    /// <summary>Gives the terminal its cursor back, where one is drawn on and the process is about to end at once.</summary>
    public static void Restore() => Volatile.Read(ref _terminal)?.Write(ShowCursor);

    /// <summary>Writes lines above it.</summary>
    /// <param name="lines">The lines, each with its end.</param>
    public void Write(string lines)
    {
        // As wide as the terminal: what stood there is not erased before.
        var whole = new Padder(new Text(lines.TrimEnd('\r', '\n')), new(0)) { Expand = true };
        lock (_gate)
        {
            _console.Write(whole);
        }
    }

    /// <summary>Shows how the job ended, and ends.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _showing.Wait();
        Volatile.Write(ref _terminal, null);
    }

    /// <summary>
    /// Spectre.Console erases a terminal that is smaller than what it drew, with all that scrolled out of it. So it is told a size that does not shrink, and where the
    /// terminal does, it begins anew below.
    /// </summary>
    private async Task ShowAsync()
    {
        while (!await ShowWhileItFitsAsync())
        {
            // What was drawn stays above.
        }
    }

    /// <returns>Whether it showed how the job ended.</returns>
    private Task<bool> ShowWhileItFitsAsync() => _console.Live(Text.Empty).AutoClear(false).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Bottom).StartAsync(async display =>
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

            try
            {
                await Task.Delay(Period, _time, _end.Token);
            }
            catch (OperationCanceledException)
            {
                // The last look follows.
            }
        }
    });

    private void Show(LiveDisplayContext display, (int Width, int Height) size)
    {
        var view = new FullView(size.Width, size.Height).Of(_source.Read());
        lock (_gate)
        {
            (_console.Profile.Width, _console.Profile.Height) = size;
            display.UpdateTarget(view);
        }
    }
}

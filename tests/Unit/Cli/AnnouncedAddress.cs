using System.Text.RegularExpressions;

namespace FastMd.Tests.Unit.Cli;

/// <summary>Messages of a process, and the address of the dashboard as soon as it is among them.</summary>
internal sealed partial class AnnouncedAddress : StringWriter
{
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();

    public Task<Uri> Address => _address.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public override void Write(char value)
    {
        lock (_gate)
        {
            base.Write(value);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_gate)
        {
            base.Write(buffer, index, count);
        }

        Look();
    }

    public override void WriteLine(string? value)
    {
        lock (_gate)
        {
            base.WriteLine(value);
        }

        Look();
    }

    private void Look()
    {
        string said;
        lock (_gate)
        {
            said = ToString();
        }

        if (!_address.Task.IsCompleted && Line().Match(said) is { Success: true } line)
        {
            _address.TrySetResult(new(line.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"^Dashboard: (http\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}

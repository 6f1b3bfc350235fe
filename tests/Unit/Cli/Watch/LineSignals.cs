using System.Text;
using System.Threading.Channels;

namespace FastMd.Tests.Unit.Cli.Watch;

/// <summary>Messages that a test can wait for.</summary>
internal sealed class LineSignals : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

    /// <summary>The next line that holds a text.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("There are no more lines.");
    }
}

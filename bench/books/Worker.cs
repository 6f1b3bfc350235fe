using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FastMd.Books;

/// <summary>Converts PDFs in a process of its own, one after the other; one that dies, or takes too long, is replaced.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private Process? _process;

    /// <summary>The child's side: a path on each line of standard input; length and bytes of its text on standard output.</summary>
    public static int Run(bool isBare)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = Console.OpenStandardOutput();
        while (input.ReadLine() is { } path)
        {
            var errors = "";
            var text = "";
            try
            {
                text = Texts.Of(Texts.SourceOf(isBare, 50), path);
            }
            catch (FastMd.Engine.Documents.DocumentException exception)
            {
                errors = $"{exception.Diagnostic.Code} {exception.Diagnostic.Message}".ReplaceLineEndings(" ");
            }
            catch (Exception exception)
            {
                errors = $"unexpected: {exception.GetType().Name} {exception.Message}".ReplaceLineEndings(" ");
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}\t{errors}\n")));
            output.Write(bytes);
            output.Flush();
        }

        return 0;
    }

    /// <summary>The text of a PDF, or why there is none.</summary>
    public async Task<(string Text, string Error)> Convert(string path)
    {
        _process ??= Start();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(path.AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            var stream = _process.StandardOutput.BaseStream;
            var head = await ReadLine(stream, limit.Token);
            var tab = head.IndexOf('\t', StringComparison.Ordinal);
            var bytes = new byte[int.Parse(head[..tab], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(bytes, limit.Token);
            return (Encoding.UTF8.GetString(bytes), head[(tab + 1)..]);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            End();
            return ("", exception is OperationCanceledException ? "took too long" : "the process died");
        }
    }

    public void Dispose() => End();

    private static Process Start()
        => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["worker", "--bare"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<string> ReadLine(Stream stream, CancellationToken cancellation)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(one, cancellation);
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]);
            }

            line.Add(one[0]);
        }
    }

    private void End()
    {
        if (_process is { } process)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
            _process = null;
        }
    }
}

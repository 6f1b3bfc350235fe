using System.Text;
using FastMd.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>A process that runs the executable's command lines in a folder of its own.</summary>
internal sealed class FakeProcess : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public Dictionary<string, string> Variables { get; } = [];

    public byte[] Input { get; set; } = [];

    /// <summary>What is read where <see cref="Input"/> is not enough.</summary>
    public Stream? InputStream { get; set; }

    /// <summary>What is written to instead of the outcome's output.</summary>
    public Stream? OutputStream { get; set; }

    /// <summary>What messages are written to, where somebody reads them before the end.</summary>
    public StringWriter? Messages { get; set; }

    public bool IsTerminal { get; set; }

    public string? WorkingDirectory { get; set; }

    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    public Task<Outcome> RunAsync(CancellationToken interruption, params string[] arguments)
        => RunCommandAsync(interruption, ["convert", .. arguments]);

    /// <summary>Runs a command line that names its command.</summary>
    public async Task<Outcome> RunCommandAsync(CancellationToken interruption, params string[] arguments)
    {
        await using var output = new StandardOutput();
        var messages = Messages ?? new();
        var environment = new ProcessEnvironment(
            WorkingDirectory ?? Folder.Path,
            name => Variables.GetValueOrDefault(name),
            () => InputStream ?? new MemoryStream(Input),
            () => OutputStream ?? output,
            messages,
            IsTerminal);

        var exitCode = await Task.Run(() => CommandLine.Run(arguments, environment, interruption), CancellationToken.None);

        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), messages.ToString());
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>A process can open its standard output again after it closed it.</summary>
    private sealed class StandardOutput : MemoryStream
    {
        public override void Close()
        {
        }
    }

    internal sealed record Outcome(int ExitCode, string Output, string Messages)
    {
        public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

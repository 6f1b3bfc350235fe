using System.CommandLine;
using System.Text;
using FastMd.Engine.Coordination.Manifest;

namespace FastMd.Cli.Status;

/// <summary><c>fastmd status</c>: how far a job is that several processes share.</summary>
internal sealed class StatusCommand : Command
{
    private readonly Argument<string> _destination = new("DIR") { Description = "The output directory of the job." };

    private readonly Option<bool> _json = new("--json") { Description = "Write the manifest as JSON to standard output." };

    private readonly Option<bool> _all = new("--all", "-a") { Description = "Name every document, not only those that failed or are in progress." };

    private readonly ProcessEnvironment _environment;

    public StatusCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("status", "Shows how far a job is that several processes share (convert --concurrent), while it runs or after.")
    {
        _environment = environment;
        Arguments.Add(_destination);
        Options.Add(_json);
        Options.Add(_all);
        SetAction(line => Guarded.Run(environment, () => Task.FromResult(Run(line)), interruption));
    }

    private int Run(ParseResult line)
    {
        var manifest = ManifestOf.Destination(_environment.Absolute(line.GetValue(_destination)!)!);
        using var output = _environment.Output();
        if (line.GetValue(_json))
        {
            ManifestJson.Write(manifest, output);
            output.WriteByte((byte)'\n');
        }
        else
        {
            using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
            StatusTable.Write(manifest, line.GetValue(_all), text);
        }

        return manifest.Progress.Failed > 0 ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }
}

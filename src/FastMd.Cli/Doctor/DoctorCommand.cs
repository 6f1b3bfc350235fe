using System.CommandLine;
using FastMd.Engine.Health;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Resources;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Cli.Doctor;

/// <summary><c>fastmd doctor</c>: looks whether conversion can work here.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Directory outputs are to be written to: looks at it too. It need not exist, and is not made.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a check to standard output." };

    private readonly ProcessEnvironment _environment;

    public DoctorCommand(ProcessEnvironment environment)
        : base("doctor", "Checks whether this machine and a destination are as conversion needs them.")
    {
        _environment = environment;
        Options.Add(_output);
        Options.Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        if (line.GetValue(_output) is "")
        {
            _environment.Messages.WriteLine("fastmd: --output needs the path of a directory.");
            return ExitCodes.Usage;
        }

        var rows = new HealthCheck(new()
        {
            Variable = _environment.Variable,
            TemporaryFolder = Path.GetTempPath(),
            Destination = line.GetValue(_output) is { } path ? Path.GetFullPath(path, _environment.WorkingDirectory) : null,
            Probe = new MachineProbe(),
            Worker = () => WorkerTrials.Of(WorkerPrograms.OfThisProcess(_environment.Variable)),
        }).Run();
        try
        {
            using var output = _environment.Output();
            if (line.GetValue(_json))
            {
                HealthJson.Write(rows, output);
            }
            else
            {
                HealthTable.Write(rows, output);
            }
        }
        catch (IOException failure)
        {
            _environment.Messages.WriteLine($"fastmd: {failure.Message}");
            return ExitCodes.ProblemFound;
        }

        return rows.Any(row => row.Status == HealthStatus.Problem) ? ExitCodes.ProblemFound : ExitCodes.Success;
    }
}

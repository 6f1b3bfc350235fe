using System.CommandLine;
using System.Text;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Status;

/// <summary><c>fastmd reset</c>: has documents of a shared job done again.</summary>
internal sealed class ResetCommand : Command
{
    private readonly Argument<string> _destination = new("DIR") { Description = "The output directory of the job." };

    private readonly Argument<string[]> _items = new("DOCUMENT")
    {
        Description = "Documents, as fastmd status names them, or patterns such as \"guide/**\" [default: those that failed].",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ProcessEnvironment _environment;

    public ResetCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("reset", "Reopens documents of a job that several processes share, so that they are done again: by those processes, or when the job is run again.")
    {
        _environment = environment;
        Arguments.Add(_destination);
        Arguments.Add(_items);
        SetAction(line => Guarded.Run(environment, () => Task.FromResult(Run(line)), interruption));
    }

    private int Run(ParseResult line)
    {
        var destination = _environment.Absolute(line.GetValue(_destination)!)!;
        var manifest = ManifestOf.Destination(destination);
        var chosen = ItemChoice.Of(line.GetValue(_items)!);
        if (line.GetValue(_items)!.FirstOrDefault(name => !manifest.Items.Any(item => ItemChoice.Of([name])(item))) is { } unknown)
        {
            throw new UsageException($"The job in '{destination}' has no document '{unknown}': fastmd status --all names them.");
        }

        using var text = new StreamWriter(_environment.Output(), new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var item in JobReset.Run(destination, chosen, TimeProvider.System))
        {
            text.WriteLine(OneLine.Of($"reopened {item.Name}{(item.Status == ItemStatus.Failed ? $" (failed: {item.Error?.Message})" : "")}"));
        }

        return ExitCodes.Success;
    }
}

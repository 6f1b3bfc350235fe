using System.CommandLine;
using FastMd.Cli.Running;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Dashboard;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Reports.Live;

namespace FastMd.Cli.Dashboard;

/// <summary><c>fastmd dashboard</c>: the live page of a job that other processes run, or ran.</summary>
internal sealed class DashboardCommand : Command
{
    private readonly Argument<string> _destination = new("DIR") { Description = "The output directory of the job.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string> _cluster = new("--cluster") { Description = "Address of the NATS server at which the job is published, instead of a directory.", HelpName = "URL" };

    private readonly Option<string> _job = new("--job") { Description = "With --cluster: which job, by a part of its name or number [default: the one that was heard of last].", HelpName = "JOB" };

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "Port to listen at, for this machine only; with an address of this machine, such as 0.0.0.0, other machines reach it too [default: a port that is free].",
        HelpName = "[ADDRESS:]PORT",
    };

    private readonly ProcessEnvironment _environment;

    public DashboardCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("dashboard", "Serves the live page of a job that other processes run or ran, until it is interrupted.")
    {
        _environment = environment;
        Arguments.Add(_destination);
        Options.Add(_cluster);
        Options.Add(_job);
        Options.Add(_listen);
        SetAction(line => Guarded.Run(environment, () => RunAsync(line, interruption), interruption));
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken interruption)
    {
        var (destination, url) = (line.GetValue(_destination), line.GetValue(_cluster));
        if (destination is null == url is null || (line.GetValue(_job) is not null && url is null))
        {
            throw new UsageException("Name the output directory of a job, or with --cluster the server that it is published at; --job goes with --cluster.");
        }

        using var broker = url is null ? null : ClusterDoor.Connect(ClusterDoor.Checked(_cluster.Name, url), _environment);
        var source = broker is null ? OfDestination(_environment.Absolute(destination)!) : OfCluster(broker, line.GetValue(_job));
        using var server = DashboardServer.Start(line.GetValue(_listen) is { } where ? DashboardOption.Read(where, _listen.Name) : DashboardEndpoint.Default, source, TimeProvider.System);
        _environment.Messages.WriteLine($"Dashboard: {server.Address}");
        _environment.Messages.WriteLine("Ctrl+C ends.");
        await Task.Delay(Timeout.InfiniteTimeSpan, interruption).ContinueWith(static _ => { }, TaskScheduler.Default);
        return ExitCodes.Success;
    }

    private WatchedJob OfDestination(string destination)
    {
        var folder = new LiveFolder(destination);
        if (!Directory.Exists(destination))
        {
            if (!Directory.Exists(Path.GetDirectoryName(destination)))
            {
                throw new UsageException($"There is no directory '{destination}', nor one that it could be in.");
            }

            _environment.Messages.WriteLine($"There is no directory '{destination}' yet: a job that writes to it is shown once it begins.");
        }
        else if (!folder.Read().Any())
        {
            _environment.Messages.WriteLine(
                $"Nothing is known of a job in '{destination}': one is shown once it has run for a second. A job that is over before leaves nothing, unless it has --dashboard.");
        }

        return new(folder.Read, TimeProvider.System);
    }

    private static WatchedJob OfCluster(IClusterBroker broker, string? job)
    {
        var told = new ClusterLive(broker.Told);
        told.Listen();
        return new(() => told.Read().Where(Fits), TimeProvider.System);

        bool Fits(LiveReport part)
            => job is null || part.Job.StartsWith(job, StringComparison.OrdinalIgnoreCase) || part.Name.Contains(job, StringComparison.OrdinalIgnoreCase);
    }
}

using FastMd.Cli.Running;
using FastMd.Engine.Dashboard;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Dashboard;

/// <summary>The live page of the jobs that a command runs, one after the other.</summary>
internal sealed class RunDashboard : IDisposable
{
    private readonly DashboardServer _server;
    private bool _isAnnounced;

    private RunDashboard(DashboardServer server) => _server = server;

    /// <summary>Begins to serve it; null where nobody asked for it.</summary>
    /// <param name="where">Where it was asked for.</param>
    /// <exception cref="UsageException">That is no address.</exception>
    /// <exception cref="IOException">Nobody can listen there.</exception>
    public static RunDashboard? Open(string? where)
        => where is null ? null : new(DashboardServer.Start(DashboardOption.Read(where), source: null, TimeProvider.System));

    /// <summary>Shows a job from here on, and says where.</summary>
    /// <exception cref="UsageException">There is no place to say it.</exception>
    public void Show(ConversionJob job, MessageWriter messages)
    {
        _server.Source = job.Live;
        if (!_isAnnounced)
        {
            _isAnnounced = true;
            messages.Announce($"Dashboard: {_server.Address}");
        }
    }

    /// <summary>Ends it, when viewers have seen how the last job ended.</summary>
    public void Dispose() => _server.Dispose();
}

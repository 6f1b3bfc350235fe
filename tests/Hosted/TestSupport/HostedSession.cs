using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace FastMd.Tests.Hosted.TestSupport;

/// <summary>A session in this process, with the module imported as it is laid out to be installed.</summary>
internal sealed class HostedSession : IDisposable
{
    /// <summary>Where the module is.</summary>
    public static readonly string Module = Path.Combine(Repository.Root, "out", "FastMd");

    private readonly Runspace _runspace;

    /// <summary>PowerShell sets up what all sessions of a process share with the first, and another that begins meanwhile may find no location.</summary>
    static HostedSession()
    {
        using var first = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault());
        first.Open();
    }

    /// <param name="location">The session's location.</param>
    /// <param name="host">The program that hosts the session; one that shows nothing where it is null.</param>
    public HostedSession(string location, PSHost? host = null)
    {
        var state = InitialSessionState.CreateDefault();
        state.ImportPSModule([Module]);
        state.ThreadOptions = PSThreadOptions.UseNewThread;
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(location);
    }

    /// <summary>A pipeline of the session, ready to be invoked.</summary>
    public PowerShell Pipeline(string script, IReadOnlyDictionary<string, object>? variables = null)
    {
        foreach (var (name, value) in variables ?? new Dictionary<string, object>())
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script);
        return pipeline;
    }

    /// <summary>Runs a script to its end; fails the test where it wrote an error.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using var pipeline = Pipeline(script);
        var output = pipeline.Invoke();
        Assert.Empty(pipeline.Streams.Error);
        return [.. output];
    }

    public void Dispose() => _runspace.Dispose();

    [ModuleInitializer]
    internal static void PrepareProcess()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        // A build agent's own variables would change what is said.
        foreach (var name in new[] { "TF_BUILD", "GITHUB_ACTIONS", "FASTMD_DESTINATION", "FASTMD_WORKERS" })
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}

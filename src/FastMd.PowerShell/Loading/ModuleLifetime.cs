using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FastMd.PowerShell.Loading;

/// <summary>Shows the runtime the way to the engine while the module is imported.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string EngineName = "FastMd.Engine";

    // One for the process: a second import must get the engine the first one's types are bound to.
    private static readonly EngineLoadContext Engine = new(Path.Combine(
        Path.GetDirectoryName(typeof(ModuleLifetime).Assembly.Location)!, "Dependencies"));

    /// <inheritdoc/>
    public void OnImport() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        CloseWorkers();
        AssemblyLoadContext.Default.Resolving -= Resolve;
    }

    // In a method of its own: the engine is loaded for it, and nothing of it is needed to be imported.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CloseWorkers() => Running.ModuleWorkers.Close();

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
        => name.Name == EngineName ? Engine.LoadFromAssemblyName(name) : null;
}

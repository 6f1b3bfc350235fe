using System.Reflection;
using System.Runtime.Loader;
using FastMd.Cli.Telemetry;
using FastMd.Engine.Documents;
using FastMd.Engine.Telemetry;
using FastMd.Tests.Unit.Cli.Telemetry;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Telemetry;

/// <summary>A process that nobody listens to does not pay for what listening takes: neither for instruments nor for libraries.</summary>
[Collection(Alone.Name)]
public class ColdStartTests
{
    // Listeners take the first meter of the name for the engine's: it must not be that of an engine loaded here.
    public ColdStartTests() => FastMdTelemetry.Open();

    [Fact]
    public void There_are_no_instruments_before_somebody_asks_for_them_and_one_of_each_then()
    {
        var engine = new EngineOfItsOwn();
        using var heard = new RecordedMeasurements();
        var others = heard.Published;

        engine.Call(typeof(FastMdMeter), nameof(FastMdMeter.CacheHit), "links");
        engine.Call(typeof(FastMdActivities), nameof(FastMdActivities.StartBatch));
        Assert.Equal(others, heard.Published);

        engine.Call(typeof(FastMdTelemetry), nameof(FastMdTelemetry.Open));
        engine.Call(typeof(FastMdTelemetry), nameof(FastMdTelemetry.Open));
        Assert.Equal(others + heard.Instruments.Count, heard.Published);
    }

    [Fact]
    public void The_engine_takes_no_library_to_be_listened_to()
    {
        var engine = new EngineOfItsOwn();

        engine.Call(typeof(FastMdTelemetry), nameof(FastMdTelemetry.Open));
        engine.Call(typeof(FastMdMeter), nameof(FastMdMeter.CacheHit), "links");
        engine.Call(typeof(FastMdActivities), nameof(FastMdActivities.StartBatch));

        Assert.Equal(["FastMd.Engine"], engine.Loaded);
        Assert.DoesNotContain(
            typeof(FastMdTelemetry).Assembly.GetReferencedAssemblies(), library => library.Name!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_an_export_loads_the_libraries_it_takes()
    {
        using var collector = new TestCollector();
        var engine = new EngineOfItsOwn();

        engine.Call(typeof(OtlpExport), nameof(OtlpExport.IsEndpoint), collector.Endpoint);
        Assert.Equal(["fastmd"], engine.Loaded);

        using ((IDisposable)engine.Call(typeof(OtlpExport), nameof(OtlpExport.Start), collector.Endpoint, (Action<string>)(_ => { }), null)!)
        {
            Assert.Contains("OpenTelemetry.Exporter.OpenTelemetryProtocol", engine.Loaded);
        }
    }

    /// <summary>Engine and executable, loaded once more, so that what they load can be told from what other tests did.</summary>
    private sealed class EngineOfItsOwn() : AssemblyLoadContext("Telemetry test")
    {
        private static readonly string Folder = Path.GetDirectoryName(typeof(Diagnostic).Assembly.Location)!;

        public IEnumerable<string> Loaded => Assemblies.Select(assembly => assembly.GetName().Name!);

        public object? Call(Type type, string method, params object?[] arguments)
            => LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!)!.GetMethod(method)!.Invoke(null, arguments);

        protected override Assembly? Load(AssemblyName assemblyName)
            => Path.Combine(Folder, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}

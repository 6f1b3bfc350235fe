using System.CommandLine;
using FastMd.Cli.Convert;
using FastMd.Cli.Running;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Measuring;

namespace FastMd.Cli.Measure;

/// <summary><c>fastmd measure</c>: how the speed of a set of documents depends on the number of workers.</summary>
internal sealed class MeasureCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, directories (searched with all their folders), or glob patterns.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _rounds = new("--rounds")
    {
        Description = "How often each number of workers is measured; one run more, that warms up, does not count [default: 5].",
        HelpName = "N",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Directory the outputs go to [default: a temporary one, removed afterwards].",
        HelpName = "DIR",
    };

    private readonly Option<string> _report = new("--report")
    {
        Description = "File the measurement is written to: .json, or .html for a page with a chart.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the measurement to standard output as JSON." };

    private readonly SettingOptions _settings;
    private readonly ProcessEnvironment _environment;

    public MeasureCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("measure", "Measures how much faster more workers convert documents, and recommends a number. --jobs is the most it tries.")
    {
        _environment = environment;
        Arguments.Add(_paths);
        Options.Add(_rounds);
        Options.Add(_output);
        Options.Add(_report);
        Options.Add(_json);
        _settings = new(this);
        SetAction(line => Guarded.Run(environment, () => MeasureAsync(line, interruption), interruption));
    }

    private async Task<int> MeasureAsync(ParseResult line, CancellationToken interruption)
    {
        var report = _environment.Absolute(line.GetValue(_report));
        ReportFormat.Check(report);
        var rounds = line.GetValue(_rounds) ?? 5;
        if (rounds < 1)
        {
            throw new UsageException("--rounds: there must be one at least.");
        }

        var (settings, _) = _settings.Read(line, _environment);
        using var outputs = new MeasuringFolder(_environment.Absolute(line.GetValue(_output)));
        var options = JobOptions.From(settings, _environment.WorkingDirectory, outputs.Path, force: false);
        var sources = new SourceFinder(options, basePath: null, _environment.WorkingDirectory, OnUnreadable, OnPatternIsName)
            .Find(line.GetValue(_paths)!, interruption);
        if (sources.Count == 0)
        {
            throw new UsageException("There are no documents to measure.");
        }

        var progress = _environment.IsTerminal ? new MeasuringProgress(_environment.Messages) : null;
        var measurement = await new SpeedMeter(options)
            .MeasureAsync(sources, SpeedMeter.WorkerCounts(options.Batch.Workers), rounds, progress, interruption);
        progress?.Clear();
        Write(measurement, line.GetValue(_json));
        if (report is not null)
        {
            SpeedFile.Write(measurement, report);
        }

        return measurement.Failed > 0 ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }

    private void Write(SpeedMeasurement measurement, bool asJson)
    {
        using var output = _environment.Output();
        if (asJson)
        {
            SpeedJson.Write(measurement, output);
        }
        else
        {
            SpeedTable.Write(measurement, output);
        }
    }

    private void OnPatternIsName(string path, Diagnostic warning) => _environment.Messages.WriteLine(OneLine.Of($"fastmd: {warning.Format(path)}"));

    private void OnUnreadable(string folder, Exception failure)
        => _environment.Messages.WriteLine(OneLine.Of($"fastmd: {folder} cannot be read and is left out: {failure.Message}"));
}

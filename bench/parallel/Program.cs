using FastMd.Parallel;
using FastMd.Parallel.Measuring;
using FastMd.Parallel.Simulating;
using FastMd.Parallel.Soaking;

try
{
    if (args is [Gauge.Mode, ..])
    {
        return Gauge.Run(args.AsSpan(1));
    }

    var options = Options.Parse(args);
    using var workspace = new Workspace(options.Out);
    var (report, isGood) = options.Simulate
        ? (Simulation.Run(), true)
        : options.SoakMinutes is { } minutes
        ? Soak.Run(TimeSpan.FromMinutes(minutes), options.Seed, workspace)
        : Proof.Run(options, workspace);
    Console.Write(report);
    if (options.MarkdownFile is { } file)
    {
        File.WriteAllText(file, report);
    }

    return isGood ? 0 : 1;
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}

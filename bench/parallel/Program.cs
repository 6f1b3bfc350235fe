using FastMd.Parallel;
using FastMd.Parallel.Measuring;

try
{
    if (args is [Gauge.Mode, ..])
    {
        return Gauge.Run(args.AsSpan(1));
    }

    var options = Options.Parse(args);
    using var workspace = new Workspace(options.Out);
    var (report, isGood) = Proof.Run(options, workspace);
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

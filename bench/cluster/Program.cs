using FastMd.Cluster.Bench;
using FastMd.Cluster.Bench.Hostile;
using FastMd.Cluster.Bench.Network;
using FastMd.Cluster.Bench.Rates;
using FastMd.Cluster.Bench.Rounds;
using FastMd.Cluster.Bench.Trees;

using var interruption = new Interruption();
try
{
    var options = Options.Parse(args);
    if (options.Mode == "tree")
    {
        Console.WriteLine(SampleTree.Write(options.Folder!, options.Documents, options.Seed));
        return 0;
    }

    using var workspace = new Workspace(options, interruption.Token);
    var report = options.Mode switch
    {
        "rounds" => RoundSeries.Run(options, workspace),
        "rate" => RateSeries.Run(options, workspace),
        "hostile" => HostileCases.Run(options, workspace),
        _ => NetworkCheck.Run(workspace),
    };
    Console.Write(report.Text);
    if (options.MarkdownFile is { } file)
    {
        File.WriteAllText(file, report.Text);
    }

    return interruption.Token.IsCancellationRequested ? Interruption.ExitCode : report.IsGood ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted; namespaces and processes are gone.");
    return Interruption.ExitCode;
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}

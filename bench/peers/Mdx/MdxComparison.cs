using System.Globalization;

namespace FastMd.Peers.Mdx;

/// <summary>MDX compiled in memory, warm: FastMd in one process, its peers in another, over the same pages, in turn.</summary>
/// <param name="tree">The pages.</param>
internal sealed class MdxComparison(PageTree tree)
{
    private const double Megabyte = 1024 * 1024;

    // The runtimes compile what is hot over and over, for some four seconds.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public void Measure(Report report, int rounds, bool hasPeers)
    {
        using var fastMd = new RunnerProcess(Command.Self(MdxRunner.Mode, tree.Root));
        // The code of the one would be compiled with what the runtime has seen of the other.
        using var markdig = new RunnerProcess(Command.Self(MdxRunner.Mode, tree.Root));
        using var node = hasPeers ? new RunnerProcess(MdxPeers.Runner(tree.Root)) : null;
        List<Contender> contenders =
        [
            new(MdxRunner.OneWorker, "FastMd, one worker", fastMd),
            new(MdxRunner.TwoWorkers, "FastMd, two workers", fastMd),
            new(MdxRunner.Markdig, "Markdig to HTML, no MDX at all", markdig),
            .. node is null ? [] : MdxPeers.All.Select(peer => new Contender(peer.Name, peer.Meaning, node)),
        ];

        foreach (var contender in contenders)
        {
            Console.Error.WriteLine($"warming up: {contender.Name}");
            for (var spent = 0.0; spent < WarmUp.TotalSeconds;)
            {
                spent += contender.Run().Seconds;
            }
        }

        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contender in contenders)
            {
                Console.Error.WriteLine($"round {round} of {rounds}: {contender.Name}");
                contender.Passes.Add(contender.Run());
            }
        }

        Write(report, contenders);
    }

    private void Write(Report report, List<Contender> contenders)
    {
        report.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{tree.Pages} pages, {tree.Bytes / Megabyte:0.0} MB, text to text; the ratio is the median of each round's own.\n"));
        report.Line("| Row | What | Median ms | Min–max ms | Processor ms | MB/s | Times what FastMd takes, one worker | Two workers |");
        report.Line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var contender in contenders)
        {
            var milliseconds = contender.Passes.ConvertAll(pass => pass.Seconds * 1000);
            report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contender.Name} | {contender.Meaning} | {milliseconds.Median():0} | {milliseconds.Min():0}–{milliseconds.Max():0} "
                + $"| {contender.Passes.Select(pass => pass.ProcessorSeconds * 1000).Median():0} "
                + $"| {tree.Bytes / Megabyte / milliseconds.Median() * 1000:0.0} "
                + $"| {contender.Ratio(contenders[0]):0.00} × | {contender.Ratio(contenders[1]):0.00} × |"));
        }
    }

    private sealed record Contender(string Name, string Meaning, RunnerProcess Process)
    {
        public List<MdxPass> Passes { get; } = [];

        public MdxPass Run() => Process.Run(Name);

        public double Ratio(Contender other) => Passes.Zip(other.Passes, (own, its) => own.Seconds / its.Seconds).Median();
    }
}

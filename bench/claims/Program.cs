using System.Diagnostics;
using System.Globalization;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;

// How fast processes claim and complete the documents of a job when there is nothing to convert:
// dotnet run -c Release --project bench/claims -- FOLDER [ITEMS [PROCESSES]]
if (args is ["work", var place, var count])
{
    return Work(place, int.Parse(count, CultureInfo.InvariantCulture));
}

var folder = Path.GetFullPath(args[0]);
var items = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
var processes = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4;
for (var round = 1; round <= 5; round++)
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }

    StateFolder.Prepare(folder);
    var workers = Enumerable.Range(0, processes).Select(_ => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["work", folder, $"{items}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!).ToList();

    // All have published the plan before the first claims.
    workers.ForEach(static worker => worker.StandardOutput.ReadLine());
    var began = Stopwatch.GetTimestamp();
    workers.ForEach(static worker => worker.StandardInput.WriteLine());
    var done = workers.ConvertAll(static worker => int.Parse(worker.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    var elapsed = Stopwatch.GetElapsedTime(began);
    workers.ForEach(static worker => worker.WaitForExit());
    var state = new JobFolder(folder).Read().State;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{items} documents by {processes} processes in {elapsed.TotalSeconds:0.000} s: {string.Join(", ", done)}; completed {state.Progress.Completed}, journal {new FileInfo(new JobFolder(folder).Journal).Length / 1e6:0.0} MB"));
}

return 0;

static int Work(string folder, int count)
{
    var job = new JobFolder(folder);
    var plan = new JobPlan("/", "html", new(1), [.. Enumerable.Range(0, count).Select(static i => new PlanItem($"docs/guide/page-{i}.md", 10_000, new((ulong)i)))]);
    using var source = JournalWorkSource.Join(job, new SharedLogs(job.Lock, TimeSpan.FromSeconds(30), TimeProvider.System), plan, new(), TimeProvider.System);
    source.Publish(plan);
    Console.WriteLine("ready");
    Console.ReadLine();
    var done = 0;
    while (source.Claim() is { } claim)
    {
        foreach (var item in claim.Items)
        {
            source.Begin(item);
            done += source.Complete(item, ItemOutcome.Done) ? 1 : 0;
        }
    }

    Console.WriteLine(done);
    return 0;
}

using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Workers.Hosting;
using FastMd.Tests.Worker;

// What the command line asks for goes wrong in the process; what a document asks for goes wrong in the document.
var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);
switch (args.FirstOrDefault())
{
    case "other-version":
        new OtherVersion(Console.OpenStandardInput(), output).Run();
        return 0;
    case "never-ready":
        Thread.Sleep(Timeout.Infinite);
        return 0;
    case "dies-at-once":
        Console.Error.WriteLine("cannot work like this");
        return 3;
    case "never-reads":
        new OtherVersion(Console.OpenStandardInput(), output).GreetAndFreeze();
        return 0;
}

new WorkerHost(Console.OpenStandardInput(), output, description => new FaultyExecutor(JobDescription.Open(description), output)).Run();
return 0;

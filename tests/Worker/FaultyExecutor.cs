using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Tests.Worker;

/// <summary>
/// Does what a document says that begins with <c>fault:</c>, and converts all others. What parts of a book do stands in a file beside it, a line each: the name
/// of the part, and the fault.
/// </summary>
internal sealed class FaultyExecutor(IDocumentExecutor executor, Stream output) : IDocumentExecutor
{
    private const string Marker = "fault:";

    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        if (File.Exists(work.Source.Path + ".faults") && work.Kind != WorkKind.ListParts)
        {
            foreach (var fault in File.ReadLines(work.Source.Path + ".faults").Select(static line => line.Split(' ')).Where(fault => fault[0] == (work.Source.Part ?? "*")))
            {
                Do(fault[1..], work.Source.Path!);
            }
        }

        using (var reader = new StreamReader(work.Source.Path!))
        {
            var line = reader.ReadLine() ?? "";
            if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                Do(line[Marker.Length..].Split(' '), work.Source.Path!);
            }
        }

        return executor.Execute(work, execution);
    }

    private void Do(string[] fault, string path)
    {
        switch (fault[0])
        {
            case "overflow":
                Console.Error.WriteLine(Overflow(0));
                break;
            case "endless":
                while (true)
                {
                    Thread.SpinWait(1000);
                }

            case "memory":
                Eat();
                break;
            case "exit":
                Console.Error.WriteLine("the last words");
                Environment.Exit(int.Parse(fault[1], System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "exit-once":
                if (!File.Exists(path + ".once"))
                {
                    File.WriteAllText(path + ".once", "");
                    Environment.Exit(9);
                }

                break;
            case "garbage":
                output.Write(Enumerable.Repeat((byte)0xAB, 4096).ToArray());
                output.Flush();
                break;
            case "noise":
                Console.WriteLine("noise on standard output");
                Console.Error.WriteLine(new string('x', 100_000));
                break;
        }
    }

    private static int Overflow(int depth) => depth < 0 ? depth : Overflow(depth + 1) + Overflow(depth + 2);

    private static void Eat()
    {
        var eaten = new List<byte[]>();
        while (true)
        {
            var more = new byte[16 * 1024 * 1024];
            Array.Fill(more, (byte)1);
            eaten.Add(more);
        }
    }
}

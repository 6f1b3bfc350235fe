using System.Globalization;
using FastMd.Growth;

const string Usage = """
    Usage: dotnet run -c Release --project bench/growth -- [--only TEXT] [--read NAME] [--smallest N] [--largest N] [--rounds N] [--all]

      --only TEXT    inputs whose name contains it
      --read NAME    one of commonmark, gfm, mdx, "md to mdx"
      --smallest N   characters of the smallest document (default 131072)
      --largest N    characters of the largest document (default 1048576)
      --rounds N     how often each is converted; the median counts (default 5)
      --all          all rows, not only those that grow faster than they may
    """;

try
{
    string? only = null, read = null;
    int smallest = 131_072, largest = 1_048_576, rounds = 5;
    var all = false;
    var rest = new Queue<string>(args);
    while (rest.TryDequeue(out var name))
    {
        switch (name)
        {
            case "--only":
                only = Value(name);
                break;
            case "--read":
                read = Value(name);
                break;
            case "--smallest":
                smallest = int.Parse(Value(name), CultureInfo.InvariantCulture);
                break;
            case "--largest":
                largest = int.Parse(Value(name), CultureInfo.InvariantCulture);
                break;
            case "--rounds":
                rounds = int.Parse(Value(name), CultureInfo.InvariantCulture);
                break;
            case "--all":
                all = true;
                break;
            default:
                throw new Refusal($"'{name}' is no option.\n\n{Usage}");
        }
    }

    var failed = 0;
    Console.WriteLine($"milliseconds of processor time for {smallest:N0} characters and twice as many each time, median of {rounds}\n");
    Console.WriteLine("| input | read as | times | worst growth | |\n|---|---|---|---:|---|");
    foreach (var reading in Reading.All.Where(reading => read is null || reading.Name == read))
    {
        foreach (var (name, input) in reading.Inputs.Where(input => only is null || input.Key.Contains(only, StringComparison.Ordinal)))
        {
            reading.Convert(input(smallest / 16));
            var growth = Growth.Of(reading, name, input, smallest, largest, rounds);
            failed += growth.IsBounded ? 0 : 1;
            if (all || !growth.IsBounded)
            {
                var times = string.Join(", ", growth.Times.Select(time => time.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture)));
                Console.WriteLine(
                    $"| {name} | {reading.Name} | {times} | {growth.Worst.ToString("0.0", CultureInfo.InvariantCulture)} | {growth.Refusal}{(growth.IsBounded ? "" : " TOO FAST")} |");
            }
        }
    }

    Console.WriteLine($"\n{failed} grow faster than {Growth.MostGrowth.ToString(CultureInfo.InvariantCulture)} times a doubling.");
    return failed == 0 ? 0 : 1;

    string Value(string name) => rest.TryDequeue(out var value) ? value : throw new Refusal($"{name} needs a value.\n\n{Usage}");
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}

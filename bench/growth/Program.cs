using System.Globalization;
using FastMd.Growth;

try
{
    var options = Options.Parse(args);
    return LargeNursery.RunAgain(args) ?? Run(options);
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}

static int Run(Options options)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Milliseconds of processor time for {options.Smallest:N0} characters and twice as many each time\n\n| document | read as | milliseconds | worst growth | |\n|---|---|---|---:|---|"));
    var (all, failed) = (0, 0);
    foreach (var reading in Reading.All.Where(reading => options.Read is null || reading.Name == options.Read))
    {
        foreach (var (name, input) in reading.Inputs.Where(input => options.Only is null || input.Key.Contains(options.Only, StringComparison.Ordinal)))
        {
            var growth = Growth.Of(reading, name, input, options);

            // Documents of some milliseconds tell little on a machine that is busy: long ones decide.
            growth = growth.IsBounded || !options.Short ? growth : Growth.Of(reading, name, input, options.Long());
            all++;
            failed += growth.IsBounded ? 0 : 1;
            if (options.All || !growth.IsBounded)
            {
                Print(growth);
            }
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{failed} of {all} grow faster than {Growth.Most} times with twice the size."));
    return failed == 0 ? 0 : 1;
}

static void Print(Growth growth)
{
    var times = string.Join(", ", growth.Times.Select(static time => time.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture)));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {growth.Input} | {growth.Read} | {times} | {growth.Worst:0.0} | {growth.Refusal}{(growth.IsBounded ? "" : " too fast")} |"));
}

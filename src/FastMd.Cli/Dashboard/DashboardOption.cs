using System.CommandLine;
using FastMd.Engine.Dashboard;

namespace FastMd.Cli.Dashboard;

/// <summary>The option that serves the page of a job. Its value may be left out, whatever follows.</summary>
internal static class DashboardOption
{
    private const string Name = "--dashboard";

    public static Option<string> Create() => new(Name)
    {
        Description = "Serve a live page of the job, for this machine only, at an address that is printed: at this port, or at one that is free. A number that follows is the port. With an address of this machine, such as 0.0.0.0, other machines reach it too.",
        HelpName = "[[ADDRESS:]PORT]",
    };

    /// <summary>The arguments with a value of the option in each place where it was left out: else the path that follows would be taken for it.</summary>
    public static string[] Completed(string[] arguments)
    {
        var end = Array.IndexOf(arguments, "--") is >= 0 and var separator ? separator : arguments.Length;
        return
        [
            .. arguments.SelectMany((argument, i) => argument == Name && i < end && !(i + 1 < end && DashboardEndpoint.TryParse(arguments[i + 1], out _))
                ? [$"{Name}={DashboardEndpoint.Auto}"]
                : new[] { argument }),
        ];
    }

    /// <summary>Where the page is to be served.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="option">Name of the option.</param>
    /// <exception cref="UsageException">It is no address.</exception>
    public static DashboardEndpoint Read(string value, string option = Name)
    {
        try
        {
            return DashboardEndpoint.Parse(value);
        }
        catch (FormatException none)
        {
            throw new UsageException($"{option}: {none.Message}");
        }
    }
}

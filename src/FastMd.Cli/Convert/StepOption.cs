using System.CommandLine;

namespace FastMd.Cli.Convert;

/// <summary>
/// <c>--exec COMMAND ARG...</c>: all that follows is the command's, whatever it looks like. The parser takes what looks like an option of ours for one,
/// so it gets the command line of the command as one argument.
/// </summary>
internal static class StepOption
{
    private const string Name = "--exec";

    // No argument of a process has one in it.
    private const char Separator = '\0';

    /// <summary>The option, for a command.</summary>
    public static Option<string> Create() => new(Name)
    {
        Description = "Have each converted document go through a command, which gets it on standard input, or as a file whose path replaces {} in an argument; what it writes is the output. All that follows belongs to the command.",
        HelpName = "COMMAND ARG...",
    };

    /// <summary>A command line of FastMd in which all that follows the option is one argument.</summary>
    /// <param name="arguments">The command line.</param>
    public static string[] Joined(string[] arguments)
    {
        var at = arguments is ["convert", ..] ? Array.FindIndex(arguments, static argument => argument is Name or "--") : -1;
        return at < 0 || at == arguments.Length - 1 || arguments[at] != Name ? arguments : [.. arguments[..at], $"{Name}={string.Join(Separator, arguments[(at + 1)..])}"];
    }

    /// <summary>The command and its arguments; none where there is no command.</summary>
    /// <param name="joined">What the option has got.</param>
    public static IReadOnlyList<string> Split(string? joined) => joined?.Split(Separator) ?? [];
}

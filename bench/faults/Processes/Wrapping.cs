namespace FastMd.Faults.Processes;

/// <summary>Commands that are started by another program.</summary>
internal static class Wrapping
{
    public static Command By(this Command command, string program, params IReadOnlyList<string> arguments)
        => new(program, [.. arguments, command.Program, .. command.Arguments]) { Environment = command.Environment };

    /// <summary>The same by the shell, for which it is <c>"$@"</c>.</summary>
    public static Command ByShell(this Command command, string script, string argument = "sh") => command.By("bash", "-c", script, argument);
}

using FastMd.Faults;

try
{
    if (OperatingSystem.IsWindows())
    {
        throw new Refusal("Signals, limits and mounts are those of Linux and macOS; run this there.");
    }

    var options = Options.Parse(args);
    using var workspace = new Workspace(options);
    var report = Matrix.Run(options, workspace);
    Console.Write(report);
    if (options.MarkdownFile is { } file)
    {
        File.WriteAllText(file, report.ToString());
    }

    return report.IsGood ? 0 : 1;
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}

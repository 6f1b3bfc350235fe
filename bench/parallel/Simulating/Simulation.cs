namespace FastMd.Parallel.Simulating;

/// <summary>
/// What other ways to schedule documents and to control workers would bring. Simulated time: the same figures on every run and machine.
/// </summary>
internal static class Simulation
{
    public static string Run()
    {
        var report = new Table();
        Schedules.Report(report);
        ControlCases.Report(report);
        return report.ToString();
    }
}

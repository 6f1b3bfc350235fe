using System.Text.Json;
using System.Text.RegularExpressions;
using FastMd.Faults.Processes;
using FastMd.Faults.Trees;

namespace FastMd.Faults.Checking;

/// <summary>What holds whatever fails: after the fault, and after the next run.</summary>
/// <param name="scene">The trees.</param>
/// <param name="reference">What comes of them without a fault.</param>
/// <param name="round">Is told of violations.</param>
internal sealed partial class Invariants(Scene scene, Reference reference, Round round)
{
    // Whoever cancels knows why it ended.
    private const int Cancelled = 130;

    // What FastMd says of an output, and of a file to go along, in whose place is one that it does not know for its own.
    private static readonly IReadOnlyList<string> NotOurs = ["FM3012", "FM3010"];

    // README and docs/cli.md: done, documents failed, usage, destination in use, cancelled.
    private static readonly IReadOnlyList<int> Documented = [0, 1, 2, 3, Cancelled];

    /// <summary>Checks what a run under a fault left.</summary>
    public void CheckFaulted(Ending ending, Tolerance tolerance)
    {
        CheckEnding(ending, tolerance);
        var site = Snapshot.Of(scene.Site);
        CheckOutputs(site, tolerance);
        if (!tolerance.SourcesChange)
        {
            CheckSources();
        }

        CheckReported(ending, site, tolerance);
    }

    /// <summary>Runs once more without the fault, and checks that nothing tells of it.</summary>
    public void CheckRepaired(Tolerance tolerance)
    {
        if (!LockIsFree())
        {
            round.Violate("The destination is still locked.");
        }

        var ending = scene.Run();
        CheckEnding(ending, new());
        if (tolerance.RecordsAreLost && NotOurs.Any(code => ending.Messages.Contains(code, StringComparison.Ordinal)))
        {
            using var forced = scene.Start(scene.Command("--force"));
            ending = forced.End();
            CheckEnding(ending, new());
        }

        var site = Snapshot.Of(scene.Site);
        var expected = tolerance.RecordsAreLost ? WithStale(site) : reference.After;
        Require(site.DifferenceFrom(expected) is var difference && difference is null, $"After the next run {difference}.");
        Require(ending.Code == reference.Ending.Code || tolerance.RecordsAreLost, $"The next run ended with exit code {ending.Code}: {FirstLine(ending.Messages)}");
        Require(site.Temporary.Count == 0, $"The next run left {Quoted(site.Temporary)}.");
        CheckSources();
        CheckReported(ending, site, new());
    }

    private void CheckEnding(Ending ending, Tolerance tolerance)
    {
        Require(ending.InTime, "It did not end in time.");
        if (!ending.InTime || tolerance.MayNotHaveStarted)
        {
            return;
        }

        Require(
            Documented.Contains(ending.Code) || tolerance.ExitCodes.Contains(ending.Code),
            $"It ended with exit code {ending.Code}: {FirstLine(ending.Messages)}");
        Require(!Trace().IsMatch(ending.Messages), $"It showed a stack trace: {FirstLine(ending.Messages)}");
        Require(
            ending.Code is 0 or Cancelled || tolerance.ExitCodes.Contains(ending.Code) || tolerance.MaySaySomewhereElse || ending.Messages.Length > 0,
            $"It ended with exit code {ending.Code} and said nothing.");
    }

    /// <summary>Each file is the old or the new version, and none is gone that both have.</summary>
    private void CheckOutputs(Snapshot site, Tolerance tolerance)
    {
        IReadOnlyList<Snapshot> versions = [reference.Before, reference.After, .. tolerance.Versions];
        foreach (var (path, hash) in site.Files)
        {
            Require(versions.Any(version => version.Has(path, hash)), $"'{path}' is no version of its document.");
        }

        foreach (var path in reference.Before.Files.Keys.Intersect(reference.After.Files.Keys))
        {
            Require(site.Files.ContainsKey(path) || tolerance.MayBeGone(path), $"'{path}' is gone.");
        }
    }

    private void CheckSources()
    {
        Require(scene.Situation.New.DifferenceIn(scene.Sources) is var difference && difference is null, $"Of the sources {difference}.");
        Require(scene.Strays() is var strays && strays.Count == 0, $"Outside the destination there is {Quoted(strays)}.");
    }

    private void CheckReported(Ending ending, Snapshot site, Tolerance tolerance)
    {
        Reported reported;
        try
        {
            reported = Reported.By(ending);
        }
        catch (JsonException)
        {
            round.Violate("A line of --json is no JSON.");
            return;
        }

        IReadOnlyList<Snapshot> versions = [reference.After, .. tolerance.Versions];
        foreach (var output in reported.Written.Select(path => Path.GetRelativePath(scene.Site, path)))
        {
            Require(
                (site.Files.TryGetValue(output, out var hash) && versions.Any(version => version.Has(output, hash))) || tolerance.MayBeGone(output),
                $"'{output}' was reported as written, and is not what it should be.");
        }

        Require(!reported.HasFailed || ending.Code != 0, "Documents failed, and the exit code is 0.");
        Require(
            ending.Code != 0 || tolerance.SourcesChange || tolerance.MaySaySomewhereElse || reported.Results.Count == reference.Ending.Output.Count(character => character == '\n'),
            "It ended well, but did not report each document.");
        Require(
            reported.Summed is not { } count || tolerance.MaySaySomewhereElse || count == reported.Completed,
            $"The summary says {reported.Summed} documents, the lines of --json {reported.Completed}.");
    }

    /// <summary>What is expected where stale outputs stay: those that are there, as they were.</summary>
    private Snapshot WithStale(Snapshot site)
        => reference.After with
        {
            Files = reference.After.Files
                .Concat(reference.Before.Files.Where(file => !reference.After.Files.ContainsKey(file.Key) && site.Files.ContainsKey(file.Key)))
                .ToDictionary(StringComparer.Ordinal),
        };

    private bool LockIsFree()
    {
        try
        {
            var path = Path.Combine(scene.Site, ".fastmd", "lock");
            using var opened = File.Exists(path) ? File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Require(bool isSo, string violation)
    {
        if (!isSo)
        {
            round.Violate(violation);
        }
    }

    private static string Quoted(IEnumerable<string> paths) => string.Join(", ", paths.Select(path => $"'{path}'"));

    private static string FirstLine(string text) => text.Split('\n').FirstOrDefault(line => !line.Contains(": warning ", StringComparison.Ordinal) && line.Length > 0, "(no message)");

    [GeneratedRegex(@"Unhandled exception|^\s+at \S+", RegexOptions.Multiline)]
    private static partial Regex Trace();
}

namespace FastMd.Peers;

/// <summary>What is run in PowerShell.</summary>
internal static class PowerShell
{
    // The pipeline as most people write it.
    public static string Pipeline(PageTree tree, string output) => $$"""
        Get-ChildItem {{Quoted(tree.Root)}} -Recurse -Filter *.md | ForEach-Object {
            $page = Join-Path {{Quoted(output)}} ([System.IO.Path]::GetRelativePath({{Quoted(tree.Root)}}, $_.FullName) -replace '\.md$', '.html')
            $null = New-Item -ItemType Directory -Force (Split-Path $page)
            ($_ | ConvertFrom-Markdown).Html | Set-Content $page
        }
        """;

    // The loop as somebody who knows PowerShell writes it: no provider cmdlets but the one that is measured.
    private const string WritePage = """
        $page = $root + $_.Substring($tree.Length, $_.Length - $tree.Length - 3) + '.html'
        $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($page))
        [System.IO.File]::WriteAllText($page, (ConvertFrom-Markdown -LiteralPath $_).Html)
        """;

    public static Command Batch(string module, PageTree tree, string output)
        => Pwsh($"{Import(module)}; {BatchOf(tree, output)}");

    public static Command ConvertFromMarkdown(PageTree tree, string output) => Pwsh(Loop(tree, output));

    public static Command ConvertFromMarkdownInParallel(PageTree tree, string output) => Pwsh($$"""
        [System.IO.Directory]::GetFiles({{Quoted(tree.Root)}}, '*.md', 'AllDirectories') | ForEach-Object -ThrottleLimit 2 -Parallel {
            $tree = {{Quoted(tree.Root)}}; $root = {{Quoted(output)}}
            {{WritePage}}
        }
        """);

    public static string Import(string module) => $"Import-Module {Quoted(module)}";

    public static string BatchOf(PageTree tree, string output, string parameters = "")
        => $"Convert-FastMdBatch -Path {Quoted(tree.Root)} -Recurse -Destination {Quoted(output)} {parameters} | Out-Null";

    public static string Loop(PageTree tree, string output) => $$"""
        $tree = {{Quoted(tree.Root)}}; $root = {{Quoted(output)}}
        [System.IO.Directory]::GetFiles($tree, '*.md', 'AllDirectories').ForEach({
            {{WritePage}}
        })
        """;

    /// <summary>Runs each body in turn, so many rounds, in one process with the outputs removed before each; gives seconds, round by round.</summary>
    public static IReadOnlyList<double[]> Session(string prepare, string output, int rounds, params IReadOnlyList<string> bodies)
    {
        var script = $$"""
            $ErrorActionPreference = 'Stop'
            {{prepare}}
            $bodies = @({{string.Join(", ", bodies.Select(body => "{ " + body + " }"))}})
            foreach ($round in 1..{{rounds}}) {
                foreach ($body in $bodies) {
                    if (Test-Path {{Quoted(output)}}) { [System.IO.Directory]::Delete({{Quoted(output)}}, $true) }
                    $watch = [System.Diagnostics.Stopwatch]::StartNew()
                    . $body
                    'seconds ' + $watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)
                }
            }
            """;
        return [.. Pwsh(script).Run().Split('\n')
            .Where(line => line.StartsWith("seconds ", StringComparison.Ordinal))
            .Select(line => double.Parse(line.AsSpan(8), System.Globalization.CultureInfo.InvariantCulture))
            .Chunk(bodies.Count)];
    }

    private static Command Pwsh(string script) => new("pwsh", "-NoProfile", "-NonInteractive", "-Command", script);

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

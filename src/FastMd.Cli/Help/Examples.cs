namespace FastMd.Cli.Help;

/// <summary>The examples that help ends in.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, Example[]> OfCommand = new(StringComparer.Ordinal)
    {
        ["fastmd"] =
        [
            new("fastmd convert docs --output site", "Convert a tree; only what changed the next time."),
            new("fastmd convert README.md", "Convert one document to standard output."),
            new("fastmd check docs", "Find links that lead to nothing."),
        ],
        ["convert"] =
        [
            new("fastmd convert docs --output site --page", "Whole pages: title, table of contents, light and dark."),
            new("fastmd convert README.md --output readme.html", "One document to one file."),
            new("fastmd convert docs --output site --exclude drafts --exclude \"old/**\"", "Leave folders out."),
            new("fastmd convert \"docs/**/*.md\" --output site --base docs", "Choose documents by a pattern."),
            new("fastmd convert library --output out --to markdown", "Convert books, .epub and .pdf, with all else in the tree."),
            new("fastmd convert docs --output site --concurrent", "Share the work with every process that runs the same command."),
            new("fastmd convert docs --output site --cluster nats://localhost:4222", "Have workers on other machines do it."),
            new("fastmd convert docs --output site --dashboard", "Watch it in a browser while it runs."),
            new("fastmd convert docs --output site --progress full", "Watch it on the terminal."),
            new("fastmd convert docs --output site --watch", "Stay, and convert what changes."),
            new("fastmd convert docs --output site --dry-run --prune", "Show what would be written and removed."),
            new("fastmd convert docs --output site --report run.html", "Say what the run did, as a page with charts."),
            new("fastmd convert docs --output site --rate-limit paid --exec ./translate --to de", "Have each document go through a command of your own."),
            new("fastmd convert docs --output site --format github", "Annotate a pull request."),
            new("fastmd convert docs --output site --set retries=5", "Give a setting that has no option of its own."),
            new("fastmd convert docs --output shard --shard 2/8", "Convert the second of eight shares, for fastmd merge."),
        ],
        ["merge"] =
        [
            new("fastmd merge shards/1 shards/2 --output site", "Join two shards to a tree."),
            new("fastmd merge shards/1 shards/2 --output site --report run.json --reports one.json two.json", "Join what they report, too."),
            new("fastmd merge shards/1 shards/2 --output shards/1", "Join them in the place of one of them."),
        ],
        ["check"] =
        [
            new("fastmd check docs", "Check a tree; the exit code is 1 where something is dead."),
            new("fastmd check docs README.md --base .", "Check documents that refer to each other from several places."),
            new("fastmd check docs --format sarif --diagnostics links.sarif", "Leave the findings to code scanning."),
        ],
        ["measure"] =
        [
            new("fastmd measure docs", "Find out how many workers pay off."),
            new("fastmd measure docs --jobs 4 --rounds 3 --report speed.html", "Try up to four, three times each, and draw it."),
        ],
        ["doctor"] =
        [
            new("fastmd doctor", "Look at this machine."),
            new("fastmd doctor --output site", "Look at a destination too."),
        ],
        ["config"] =
        [
            new("fastmd config", "Show what is in force here, and why."),
            new("fastmd config --resource-profile low", "Show what an option would change."),
            new("fastmd config --schema", "Print the schema of fastmd.json for an editor."),
        ],
        ["status"] =
        [
            new("fastmd status site", "See how far the processes are that share the job, and what failed."),
            new("fastmd status site --json", "Read the manifest by a program."),
        ],
        ["reset"] =
        [
            new("fastmd reset site", "Reopen what failed, for the next run of the job."),
            new("fastmd reset site \"guide/**\"", "Reopen a folder, whatever became of it."),
        ],
        ["worker"] =
        [
            new("fastmd worker --cluster nats://localhost:4222", "Convert documents of every job at that server, in the working directory."),
            new("fastmd worker --cluster nats://localhost:4222 --base docs --output site --exit-when-idle 300", "Read and write in two directories, and leave after five minutes without work."),
        ],
        ["dashboard"] =
        [
            new("fastmd dashboard site", "Watch the job that writes to a directory, or see how it ended."),
            new("fastmd dashboard site --listen 0.0.0.0:8377", "Let other machines watch, too."),
            new("fastmd dashboard --cluster nats://localhost:4222", "Watch a job of a cluster, and all its workers."),
        ],
        ["serve"] =
        [
            new("fastmd serve --root docs", "Serve one build tool on standard input and output."),
            new("fastmd serve --to js --jsx-import-source preact", "Convert to JavaScript where requests do not say to what."),
            new("fastmd serve --pipe fastmd.sock", "Serve several at once, on a socket."),
        ],
    };

    /// <summary>Those of a command; none where it is not known.</summary>
    public static IReadOnlyList<Example> Of(string command) => OfCommand.GetValueOrDefault(command, []);
}

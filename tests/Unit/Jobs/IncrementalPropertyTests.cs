using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pages;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>Whatever happened to a tree and its outputs, a run with pruning leaves what a run from nothing makes.</summary>
public sealed class IncrementalPropertyTests
{
    private static readonly string[] Documents = ["a.md", "b.md", "deep/c.md", "deep/er/d.md", "deep/a.markdown"];
    private static readonly string[] Assets = ["i.png", "deep/i.png", "deep/data.zip"];

    // More were run once: FASTMD_TEST_HISTORIES says how many.
    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("FASTMD_TEST_HISTORIES"), out var tries) ? tries : 60;

    // Of few lengths, so that an edit often keeps the length.
    private static readonly string[] Contents =
    [
        "one", "two", "# A", "# B", "[x](b.md)", "[x](c.md)", "[x](deep/c.md)", "[x](../a.md#a)", "![x](i.png)", "![x](deep/i.png) [z](data.zip)",
        "<img src=\"i.png\"> <a href=\"a.md\">a</a>", "---\ntitle: T\n---\n[x](er/d.md) [y](a.markdown)",
    ];

    private static Gen<IStep> Steps => Gen.Frequency(
        (6, Gen.Zip(Gen.Elements(Documents), Gen.Elements(Contents)).Select(IStep (pair) => new Write(pair.Item1, pair.Item2))),
        (2, Gen.Zip(Gen.Elements(Assets), Gen.Elements("x", "y", "longer")).Select(IStep (pair) => new Write(pair.Item1, pair.Item2))),
        (3, Gen.Zip(Gen.Elements(Documents), Gen.Elements(Documents)).Select(IStep (pair) => new Rename(pair.Item1, pair.Item2))),
        (1, Gen.Zip(Gen.Elements(Assets), Gen.Elements(Assets)).Select(IStep (pair) => new Rename(pair.Item1, pair.Item2))),
        (1, Gen.Constant<IStep>(new Rename("deep", "deeper"))),
        (1, Gen.Constant<IStep>(new Rename("deeper", "deep"))),
        (2, Gen.Elements(Documents).Select(IStep (path) => new Delete(path))),
        (1, Gen.Elements(Assets).Select(IStep (path) => new Delete(path))),
        (1, Gen.Choose(0, 99).Select(IStep (which) => new EditOutput(which))),
        (1, Gen.Choose(0, 99).Select(IStep (which) => new DeleteOutput(which))),
        (2, Gen.Choose(0, 4).Select(IStep (options) => new ChangeOptions(options))),
        (4, Gen.Constant<IStep>(new Run())),
        (3, Gen.Zip(Gen.Choose(0, 100), Gen.Elements(true, false)).Select(IStep (pair) => new KilledRun(pair.Item1, pair.Item2))));

    private interface IStep
    {
        void Do(Site site);
    }

    [Fact]
    public void A_run_after_any_history_leaves_what_a_run_from_nothing_makes()
        => TestSupport.Property.Holds(Steps.ArrayOf().Select(steps => new History(steps)), history =>
        {
            using var site = new Site();
            foreach (var step in history.Steps)
            {
                step.Do(site);
            }

            site.Convert("site");
            site.Convert("fresh");
            Assert.Equal(site.Outputs("fresh"), site.Outputs("site"));

            // And it knows that there is nothing left to do.
            Assert.All(site.Convert("site"), result => Assert.True(result.Status == ConversionStatus.Unchanged, $"{result.SourcePath}: {result.Reason}"));
            return true;
        }, Tries);

    private sealed record History(IStep[] Steps)
    {
        public override string ToString() => string.Join("\n", Steps.Select(step => step.ToString()));
    }

    private sealed record Write(string Path, string Content) : IStep
    {
        public void Do(Site site) => site.Folder.Write("docs/" + Path, Content);
    }

    private sealed record Rename(string From, string To) : IStep
    {
        public void Do(Site site)
        {
            var (from, to) = (site.Source(From), site.Source(To));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(from, to, overwrite: true);
            }
            else if (Directory.Exists(from) && !Directory.Exists(to))
            {
                Directory.Move(from, to);
            }
        }
    }

    private sealed record Delete(string Path) : IStep
    {
        public void Do(Site site)
        {
            if (File.Exists(site.Source(Path)))
            {
                File.Delete(site.Source(Path));
            }
        }
    }

    /// <summary>An output of a source that is still there: one that is edited after its source went is kept, on purpose.</summary>
    private sealed record EditOutput(int Which) : IStep
    {
        public void Do(Site site)
        {
            site.Convert("site");
            if (site.SomeOutput(Which) is { } output)
            {
                var content = File.ReadAllBytes(output);
                if (content.Length > 0)
                {
                    content[Which % content.Length] ^= 1;
                }

                File.WriteAllBytes(output, content);
                site.Convert("site");
            }
        }
    }

    private sealed record DeleteOutput(int Which) : IStep
    {
        public void Do(Site site)
        {
            if (site.SomeOutput(Which) is { } output)
            {
                File.Delete(output);
            }
        }
    }

    private sealed record ChangeOptions(int Options) : IStep
    {
        public void Do(Site site) => site.OptionsNumber = Options;
    }

    private sealed record Run : IStep
    {
        public void Do(Site site) => site.Convert("site");
    }

    /// <summary>
    /// A run that is killed when so much of its state is written: what was announced and confirmed by then is there, what was announced only
    /// may be, and nothing else.
    /// </summary>
    private sealed record KilledRun(int PercentOfState, bool IsLastThere) : IStep
    {
        private const byte Announced = 4;
        private const byte Confirmed = 5;

        public void Do(Site site)
        {
            var state = site.Folder.At("site", ".fastmd", "state");
            var stateBefore = File.Exists(state) ? File.ReadAllBytes(state) : [];
            var recordsBefore = StateFile.Read(state).Records.Count;
            var outputsBefore = site.Outputs("site");
            site.Convert("site", prunes: false);
            var stateAfter = File.Exists(state) ? File.ReadAllBytes(state) : [];
            if (stateAfter.Length == 0 || !stateAfter.AsSpan().StartsWith(stateBefore))
            {
                return;
            }

            var all = Named(StateFile.Read(state).Records.Skip(recordsBefore), Announced);
            File.WriteAllBytes(state, stateAfter[..(stateBefore.Length + ((stateAfter.Length - stateBefore.Length) * PercentOfState / 100))]);
            var kept = StateFile.Read(state).Records.Skip(recordsBefore).ToList();
            var announced = Named(kept, Announced);
            var unsure = announced.Except(Named(kept, Confirmed));
            foreach (var output in all.Except(announced).Concat(IsLastThere ? [] : unsure))
            {
                var path = site.Folder.At("site", output);
                if (outputsBefore.TryGetValue(output, out var content))
                {
                    File.WriteAllText(path, content);
                }
                else
                {
                    File.Delete(path);
                }
            }

            site.Folder.Write("site/.fastmd-0123456789ab-1.tmp", "half of a pa");
        }

        private static HashSet<string> Named(IEnumerable<RecordBytes> records, byte kind)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in records)
            {
                var reader = new RecordReader(record.Bytes);
                if (reader.Number() == kind)
                {
                    if (kind == Announced)
                    {
                        reader.Number();
                    }

                    names.Add(reader.Text());
                }
            }

            return names;
        }
    }

    private sealed class Site : IDisposable
    {
        public Site() => Directory.CreateDirectory(Folder.At("docs"));

        public TemporaryFolder Folder { get; } = new();

        public int OptionsNumber { get; set; }

        public void Dispose() => Folder.Dispose();

        public string Source(string path) => Folder.At(["docs", .. path.Split('/')]);

        public string? SomeOutput(int which)
        {
            var outputs = Outputs("site").Keys.ToArray();
            return outputs.Length > 0 ? Folder.At("site", outputs[which % outputs.Length]) : null;
        }

        /// <summary>Runs, with pruning where it gets to the end.</summary>
        public List<ConversionResult> Convert(string destination, bool prunes = true)
        {
            var options = new JobOptions
            {
                BasePath = Folder.At("docs"),
                Destination = Folder.At(destination),
                Incremental = true,
                Links = new() { Assets = OptionsNumber == 3 ? AssetHandling.None : AssetHandling.Copy },
                Target = new HtmlTarget
                {
                    Markdown = new(RawHtml: OptionsNumber == 1 ? RawHtmlHandling.Escape : RawHtmlHandling.Allow),
                    Page = OptionsNumber == 4 ? PageTemplate.Default : null,
                },
                Reading = new() { Documents = OptionsNumber == 2 ? new(["*.md", "*.markdown"], ["er"]) : DocumentFilter.Default },
                Batch = new() { Workers = 2 },
            };
            using var job = new ConversionJob(options);
            var sources = new DocumentTree(options.BasePath, options.Reading.Documents, null, (path, failure) => throw failure).Documents().ToList();
            var results = job.RunAsync(job.PlanAll(sources)).ToBlockingEnumerable().ToList();
            Assert.All(results, result => Assert.True(result.IsDone, $"{result.SourcePath}: {string.Join(' ', result.Diagnostics)}"));
            if (prunes)
            {
                Assert.All(job.FindStale(), stale => Assert.Null(job.Remove(stale)));
            }

            return results;
        }

        public SortedDictionary<string, string> Outputs(string destination)
        {
            var root = Directory.CreateDirectory(Folder.At(destination)).FullName;
            return new(
                Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                    .Select(path => Path.GetRelativePath(root, path))
                    .Where(path => !path.StartsWith(".fastmd", StringComparison.Ordinal))
                    .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path))),
                StringComparer.Ordinal);
        }
    }
}

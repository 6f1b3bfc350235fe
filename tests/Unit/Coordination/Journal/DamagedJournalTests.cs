using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Documents.Records;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Coordination.Journal;

/// <summary>A journal as a full disk, a crash of the machine, bad memory or a stranger leaves it.</summary>
public sealed class DamagedJournalTests
{
    private const int Documents = 12;

    [Fact]
    public void A_journal_cut_off_at_any_byte_opens_and_nothing_is_completed_that_was_not()
    {
        using var job = new JobBench();
        var (whole, done) = Half(job);
        for (var length = whole.Length; length >= 0; length--)
        {
            File.WriteAllBytes(job.Folder.Journal, whole[..length]);
            OpensWithoutPhantoms(job, done);
        }
    }

    [Fact]
    public void A_journal_with_any_byte_changed_opens_and_nothing_is_completed_that_was_not()
    {
        using var job = new JobBench();
        var (whole, done) = Half(job);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(job.Folder.Journal, damaged);
            OpensWithoutPhantoms(job, done);
        }
    }

    [Fact]
    public void A_journal_that_is_damaged_while_others_are_at_it_is_left_to_them()
    {
        using var job = new JobBench();
        using var first = job.Join(JobBench.Plan(Documents));
        var whole = File.ReadAllBytes(job.Folder.Journal);
        foreach (var damaged in (byte[][])[[.. "another journal"u8], [], [.. whole[..40], (byte)~whole[40], .. whole[41..]]])
        {
            File.WriteAllBytes(job.Folder.Journal, damaged);

            Assert.Throws<SharedJobException>(() => job.Join(JobBench.Plan(Documents)));
            Assert.Equal(damaged, File.ReadAllBytes(job.Folder.Journal));
        }

        File.WriteAllBytes(job.Folder.Journal, whole);
        Assert.Equal(Documents, JobBench.DoAll(first).Count);
    }

    [Fact]
    public void A_full_disk_is_told_and_the_job_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk("size=256k");
        using var job = new JobBench(disk.Path);
        var plan = JobBench.Plan(200);
        var source = job.Join(plan);
        var done = new List<int>();
        Fill(disk.Path);

        var failure = Assert.Throws<SharedJobException>(() => done.AddRange(JobBench.DoAll(source)));
        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.Contains("run the same command again", failure.Message, StringComparison.Ordinal);
        Assert.Throws<SharedJobException>(() => source.Claim());
        source.Dispose();

        File.Delete(Path.Combine(disk.Path, "filler"));
        using var next = job.Join(plan);
        JobBench.DoAll(next);
        Assert.True(next.Progress is { IsSettled: true, Completed: 200 });
    }

    [Theory]
    [InlineData("../../../../victim")]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void A_journal_that_names_a_file_elsewhere_is_not_used(string id)
    {
        using var job = new JobBench();
        using (job.Join(JobBench.Plan(2)))
        {
        }

        using (var log = JobLog.Append(job.Folder.Journal, JobLog.Read(job.Folder.Journal).WholeBytes))
        {
            var record = new RecordWriter();
            record.Text(id);
            record.Text("somebody");
            log.Append((byte)JobRecordKind.Joined, record.Written);
            log.Flush();
        }

        using var next = job.Join(JobBench.Plan(2));

        Assert.NotNull(next.Problem);
        Assert.Equal(2, JobBench.DoAll(next).Count);
    }

    [Fact]
    public void What_a_process_was_writing_when_it_was_killed_is_cut_off_by_the_next_one_that_writes()
    {
        using var job = new JobBench();
        using var first = job.Join(JobBench.Plan(10));
        using var second = job.Join(JobBench.Plan(10));
        using (var torn = new FileStream(job.Folder.Journal, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            torn.Write([40, 0, 0, 0, 1, 2, 3, 4, 7]);
        }

        Assert.Equal(10, JobBench.DoAll(first).Count);
        Assert.Null(second.Claim());
        Assert.Equal(10, second.Progress.Completed);
        Assert.Null(JobLog.Read(job.Folder.Journal).Problem);
    }

    /// <summary>A journal of a job that is half done; with the documents that are.</summary>
    private static (byte[] Whole, HashSet<string> Done) Half(JobBench job)
    {
        using (var source = job.Join(JobBench.Plan(Documents)))
        {
            for (var claims = 0; claims < 3; claims++)
            {
                foreach (var item in source.Claim()!.Items)
                {
                    source.Complete(item, item % 5 == 4 ? new(new("FM2003", "no script")) : ItemOutcome.Done);
                }
            }
        }

        return (File.ReadAllBytes(job.Folder.Journal), [.. Completed(job)]);
    }

    private static void OpensWithoutPhantoms(JobBench job, HashSet<string> done)
    {
        Assert.Subset(done, Completed(job).ToHashSet());
        using var source = job.Join(JobBench.Plan(Documents, isCurrent: static _ => true));
        Assert.Subset(done, Completed(job).ToHashSet());
        JobBench.DoAll(source);
        Assert.True(source.Progress is { IsSettled: true, Total: Documents });
    }

    private static IEnumerable<string> Completed(JobBench job)
        => job.Folder.Read().State.Items.Where(static item => item.Status == ItemStatus.Completed).Select(static item => item.Name);

    private static void Fill(string folder)
    {
        using var filler = new FileStream(Path.Combine(folder, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }
}

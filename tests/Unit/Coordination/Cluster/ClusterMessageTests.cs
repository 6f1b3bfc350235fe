using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.Workers.Messages;

namespace FastMd.Tests.Unit.Coordination.Cluster;

/// <summary>What goes through a broker comes back as it was, and what comes from strangers ends nothing.</summary>
public class ClusterMessageTests
{
    [Fact]
    public void A_job_comes_back_as_it_was()
    {
        var job = new ClusterJob("00ff", "1.2.3+abc", "docs to html in site", TimeSpan.FromSeconds(30), 3, new byte[] { 1, 2, 3 }) { Run = 7 };

        var read = ClusterJob.Read("00ff", job.Write());

        Assert.Equal(job with { Description = default }, read with { Description = default });
        Assert.Equal(job.Description.ToArray(), read.Description.ToArray());
        Assert.Equal(job.Hash, read.Hash);
        Assert.Equal(job.Hash, (job with { Run = 8 }).Hash);
        Assert.NotEqual(job.Hash, new ClusterJob(job.Id, job.Engine, job.Name, job.Lease, job.Attempts, new byte[] { 4 }).Hash);
    }

    [Fact]
    public void A_job_of_another_version_of_the_messages_says_so()
        => Assert.Contains("version 9", Assert.Throws<InvalidDataException>(() => ClusterJob.Read("00ff", new byte[] { 9 })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_chunk_and_its_result_come_back_as_they_were()
    {
        var chunk = new ChunkMessage(ContentHash.Of("job"), 5, [new byte[] { 1 }, new byte[] { 2, 3 }, Array.Empty<byte>()]);
        var result = new ChunkResult([ItemOutcome.Done, new(new("FM1001", "wörds")), new() { Facts = new byte[100_000] }]);

        var readChunk = ChunkMessage.Read(chunk.Write());
        var readResult = ChunkResult.Read(result.Write());

        Assert.Equal((chunk.Job, chunk.Run), (readChunk.Job, readChunk.Run));
        Assert.Equal(ChunkMessage.KeyOf(chunk.Write()), ChunkMessage.KeyOf((chunk with { Run = 9 }).Write()));
        Assert.Equal(chunk.Work.Select(work => work.ToArray()), readChunk.Work.Select(work => work.ToArray()));
        Assert.Equal([null, new ItemError("FM1001", "wörds"), null], readResult.Outcomes.Select(outcome => outcome.Error));
        Assert.Equal([0, 0, 100_000], readResult.Outcomes.Select(outcome => outcome.Facts.Length));
        Assert.False(readResult.IsSplit);
        Assert.True(ChunkResult.Read(new ChunkResult([]).Write()).IsSplit);
    }

    [Fact]
    public void Damaged_messages_are_refused_as_invalid_or_read_as_something_else()
    {
        var random = new Random(11);
        var messages = new RandomMessages(random);
        var job = new ClusterJob("00ff", "1", "name", TimeSpan.FromSeconds(30), 3, new byte[50]).Write();
        var chunk = new ChunkMessage(default, 0, [new byte[20], new byte[30]]).Write();
        var result = new ChunkResult([ItemOutcome.Done, new(new("FM1001", "why")) { Facts = new byte[40] }]).Write();
        for (var round = 0; round < 3000; round++)
        {
            Survives(() => ClusterJob.Read("00ff", messages.Damaged(job)));
            Survives(() => ChunkMessage.Read(messages.Damaged(chunk)));
            Survives(() => ChunkResult.Read(messages.Damaged(result)));
        }
    }

    private static void Survives(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
            // Refused.
        }
    }
}

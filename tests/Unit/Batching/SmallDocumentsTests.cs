using FastMd.Engine.Batching;

namespace FastMd.Tests.Unit.Batching;

public sealed class SmallDocumentsTests
{
    [Theory]
    [InlineData(100, 64)]
    [InlineData(11_000, 11)]
    [InlineData(64_000, 2)]
    [InlineData(128 * 1024, 1)]
    [InlineData(50_000_000, 1)]
    public void The_smaller_the_documents_the_more_a_worker_takes(long length, int expected)
        => Assert.Equal(expected, SmallDocuments.BatchCount(length, queued: 100_000, workers: 2, configured: 0));

    [Fact]
    public void Near_the_end_nobody_takes_more_than_a_fair_share()
        => Assert.Equal(5, SmallDocuments.BatchCount(100, queued: 20, workers: 2, configured: 0));

    [Fact]
    public void The_last_documents_go_one_by_one()
        => Assert.Equal(1, SmallDocuments.BatchCount(100, queued: 3, workers: 2, configured: 0));

    [Fact]
    public void A_number_the_user_names_counts_up_to_the_fair_share()
    {
        Assert.Equal(500, SmallDocuments.BatchCount(11_000, queued: 100_000, workers: 2, configured: 500));
        Assert.Equal(25, SmallDocuments.BatchCount(11_000, queued: 100, workers: 2, configured: 500));
    }
}

using FastMd.Engine.Telemetry;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Telemetry;

[Collection(Alone.Name)]
public class FastMdMeterTests
{
    [Fact]
    public void A_document_is_counted_by_status_format_and_tier_and_its_bytes_and_times_are_recorded()
    {
        using var heard = new RecordedMeasurements();

        FastMdMeter.Record(Measuring.Document);

        Assert.Equal([new("fastmd.documents", 1, "fastmd.status=converted fastmd.format=markdown fastmd.tier=tiny")], heard.Of("fastmd.documents"));
        Assert.Equal([new("fastmd.document.input", 1000, "fastmd.format=markdown fastmd.tier=tiny")], heard.Of("fastmd.document.input"));
        Assert.Equal([new("fastmd.document.output", 1500, "fastmd.format=markdown fastmd.tier=tiny")], heard.Of("fastmd.document.output"));
        Assert.Equal(
            [new("fastmd.document.duration", 0.002, "fastmd.status=converted fastmd.format=markdown fastmd.tier=tiny")],
            heard.Of("fastmd.document.duration"));
        Assert.Equal([new("fastmd.document.queue_wait", 0.03, "fastmd.tier=tiny")], heard.Of("fastmd.document.queue_wait"));
        Assert.Empty(heard.Of("fastmd.document.retries"));
    }

    [Fact]
    public void Attempts_beyond_the_first_are_retries()
    {
        using var heard = new RecordedMeasurements();

        FastMdMeter.Record(Measuring.Document with { Attempts = 3 });

        Assert.Equal([new("fastmd.document.retries", 2, "fastmd.format=markdown fastmd.tier=tiny")], heard.Of("fastmd.document.retries"));
    }

    [Fact]
    public void A_document_that_was_never_tried_has_a_status_but_no_times()
    {
        using var heard = new RecordedMeasurements();

        FastMdMeter.Record(Measuring.Document with { Status = "cancelled", Attempts = 0 });

        Assert.Equal(1, heard.Sum("fastmd.documents"));
        Assert.Empty(heard.Of("fastmd.document.duration"));
        Assert.Empty(heard.Of("fastmd.document.queue_wait"));
        Assert.Empty(heard.Of("fastmd.document.retries"));
    }

    [Fact]
    public void Caches_are_counted_by_name()
    {
        using var heard = new RecordedMeasurements();

        FastMdMeter.CacheHit("build_state");
        FastMdMeter.CacheMiss("links");

        Assert.Equal([new("fastmd.cache.hits", 1, "fastmd.cache.name=build_state")], heard.Of("fastmd.cache.hits"));
        Assert.Equal([new("fastmd.cache.misses", 1, "fastmd.cache.name=links")], heard.Of("fastmd.cache.misses"));
    }

    [Fact]
    public void What_a_listener_hears_from_many_threads_adds_up_to_what_was_recorded()
        => Property.Holds(
            Gen.Choose(0, 100_000).SelectMany(input => Gen.Choose(0, 3), (input, attempts) => (Input: input, Attempts: attempts)).ArrayOf(),
            documents =>
            {
                using var heard = new RecordedMeasurements();
                Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = 4 }, document => FastMdMeter.Record(
                    Measuring.Document with { InputBytes = document.Input, OutputBytes = document.Input + 1L, Attempts = document.Attempts }));
                return heard.Sum("fastmd.documents") == documents.Length
                    && heard.Sum("fastmd.document.input") == documents.Sum(document => (long)document.Input)
                    && heard.Sum("fastmd.document.output") == documents.Sum(document => document.Input + 1L)
                    && heard.Of("fastmd.document.duration").Count == documents.Count(document => document.Attempts > 0)
                    && heard.Sum("fastmd.document.retries") == documents.Sum(document => Math.Max(0, document.Attempts - 1));
            });

    [Fact]
    public void Recording_allocates_nothing_while_nobody_listens()
    {
        var document = Measuring.Document with { Attempts = 2 };
        Record();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Record();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Record()
        {
            FastMdMeter.Record(document);
            FastMdMeter.CacheHit("links");
            FastMdMeter.CacheMiss("links");
        }
    }

    [Fact]
    public void Gauges_are_the_sums_over_the_batches_that_are_running()
    {
        using var heard = new RecordedMeasurements();
        using var first = FastMdMeter.Register(new Batch(2, 1, 1000), new FakeTimeProvider());
        using (FastMdMeter.Register(new Batch(3, 5, 200), new FakeTimeProvider()))
        {
            Assert.Equal(
                [new("fastmd.workers", 5, "fastmd.worker.state=active"), new("fastmd.workers", 6, "fastmd.worker.state=idle")],
                heard.Observe("fastmd.workers"));
            Assert.Equal([new("fastmd.window.usage", 1200, "")], heard.Observe("fastmd.window.usage"));
        }

        Assert.Equal([new("fastmd.window.usage", 1000, "")], heard.Observe("fastmd.window.usage"));
        first.Dispose();
        Assert.Equal([new("fastmd.window.usage", 0, "")], heard.Observe("fastmd.window.usage"));
    }

    [Fact]
    public void A_batch_that_is_registered_twice_and_taken_back_twice_over_counts_once()
    {
        using var heard = new RecordedMeasurements();
        var batch = new Batch(1, 0, 10);
        var once = FastMdMeter.Register(batch, new FakeTimeProvider());
        using var again = FastMdMeter.Register(batch, new FakeTimeProvider());

        once.Dispose();
        once.Dispose();

        Assert.Equal([new("fastmd.window.usage", 10, "")], heard.Observe("fastmd.window.usage"));
    }

    [Fact]
    public void Resident_memory_is_that_of_the_process_whether_or_not_a_batch_is_running()
    {
        using var heard = new RecordedMeasurements();

        Assert.InRange(Assert.Single(heard.Observe("fastmd.process.memory.usage")).Value, 1 << 20, long.MaxValue);
    }
}

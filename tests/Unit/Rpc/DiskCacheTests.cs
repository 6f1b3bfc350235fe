using FastMd.Engine.Rpc.Caching;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Rpc;

public sealed class DiskCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_is_found_again_also_by_another_process()
    {
        Cache().Set("key", "value"u8);

        Assert.Equal("value"u8, Cache().Get("key")!.Value.Span);
        Assert.Null(Cache().Get("other"));
    }

    [Fact]
    public void A_value_takes_the_place_of_an_older_one()
    {
        var cache = Cache();
        cache.Set("key", "old"u8);
        cache.Set("key", ""u8);

        Assert.Equal(0, cache.Get("key")!.Value.Length);
        Assert.Equal(1, cache.Statistics().Entries);
    }

    [Fact]
    public void Keys_are_deleted_one_by_one_and_all_together()
    {
        var cache = Cache();
        cache.Set("a", "1"u8);
        cache.Set("b", "2"u8);
        cache.Set("c", "3"u8);

        Assert.True(cache.Delete("a"));
        Assert.False(cache.Delete("a"));
        Assert.Equal(2, cache.Clear());
        Assert.Equal(0, cache.Clear());
        Assert.Null(cache.Get("b"));
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "empty", static _ => [] },
        { "cut off", static entry => entry[..^1] },
        { "longer", static entry => [.. entry, 0] },
        { "a bit flipped", static entry => [.. entry[..^3], (byte)(entry[^3] ^ 1), .. entry[^2..]] },
        { "of another version", static entry => [.. "FastMdC9"u8, .. entry[8..]] },
        { "of another key", static _ => CacheEntry.Of("other", "value"u8) },
        { "of a key with no length", static entry => [.. entry[..16], 0xFF, 0xFF, 0xFF, 0xFF, .. entry[20..]] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void An_entry_that_is_damaged_is_dropped(string name, Func<byte[], byte[]> damage)
    {
        Assert.NotEmpty(name);
        var cache = Cache();
        cache.Set("key", "value"u8);
        var file = Assert.Single(_folder.Files());
        _folder.Write(file, damage(File.ReadAllBytes(_folder.At(file))));

        Assert.Null(cache.Get("key"));
        Assert.Empty(_folder.Files());
        Assert.Equal(1, cache.Statistics().Corrupt);
    }

    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        var cache = Cache(maximumBytes: 10_000);
        var value = new byte[900];
        for (var i = 0; i < 10; i++)
        {
            cache.Set($"key{i}", value);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.NotNull(cache.Get("key0"));
        _time.Advance(TimeSpan.FromSeconds(1));
        cache.Set("new", value);
        cache.Set("newer", value);

        Assert.NotNull(cache.Get("key0"));
        Assert.Null(cache.Get("key1"));
        Assert.NotNull(cache.Get("newer"));
        Assert.InRange(cache.Statistics().Bytes, 1, 10_000);
        Assert.True(cache.Statistics().Evictions > 0);
    }

    [Fact]
    public void What_other_processes_write_counts_too()
    {
        var (mine, other) = (Cache(maximumBytes: 20_000), Cache(maximumBytes: 20_000));
        for (var i = 0; i < 100; i++)
        {
            (i % 2 == 0 ? mine : other).Set($"key{i}", new byte[900]);
        }

        // Each looks again after a tenth of the cache was written.
        Assert.InRange(mine.Statistics().Bytes, 1, 20_000 + 4_000);
    }

    [Fact]
    public void A_value_that_would_throw_out_most_others_is_refused()
        => Assert.Contains("--cache-mb", Assert.Throws<CacheException>(() => Cache(maximumBytes: 4000).Set("key", new byte[1001])).Message, StringComparison.Ordinal);

    [Fact]
    public void Processes_that_write_and_clear_at_once_do_not_hurt_each_other()
    {
        var caches = new[] { Cache(maximumBytes: 50_000), Cache(maximumBytes: 50_000) };
        Parallel.For(0, 400, i =>
        {
            var cache = caches[i % 2];
            var key = $"key{i % 7}";
            switch (i % 5)
            {
                case 0:
                    cache.Delete(key);
                    break;
                case 1 when i % 50 == 1:
                    cache.Clear();
                    break;
                case 2:
                    Assert.True(cache.Get(key) is null or { Length: 3000 });
                    break;
                default:
                    cache.Set(key, new byte[3000]);
                    break;
            }
        });

        Assert.Equal(0, caches.Sum(cache => cache.Statistics().Corrupt));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_that_says_so()
    {
        var file = _folder.Write("file", "x");

        Assert.Contains("--cache", Assert.Throws<CacheException>(() => new DiskCache(Path.Combine(file, "sub"), 1000, _time).Set("key", "v"u8)).Message, StringComparison.Ordinal);
    }

    private DiskCache Cache(long maximumBytes = 1_000_000) => new(_folder.Path, maximumBytes, _time);
}

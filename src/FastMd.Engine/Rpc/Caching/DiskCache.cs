using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.Folders;

namespace FastMd.Engine.Rpc.Caching;

/// <summary>
/// A cache in a folder that several processes may share. An entry is a file, called after the hash of its key, that takes its name in one step; its
/// time is that of its last use. When the files grow over the limit, those that were not used for longest are deleted. Safe on any number of threads.
/// </summary>
/// <param name="folder">Absolute path of the folder; it need not be there.</param>
/// <param name="maximumBytes">Bytes that all files may have.</param>
/// <param name="time">The clock.</param>
internal sealed class DiskCache(string folder, long maximumBytes, TimeProvider time)
{
    // An entry that takes more than that of the cache would throw out most others.
    private const int LargestShare = 4;

    // After an eviction there is room for as much as that of the cache: not every entry evicts one.
    private const int RoomShare = 10;

    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    private readonly string _entries = Path.Combine(folder, "v1");
    private readonly object _gate = new();
    private long _hits;
    private long _misses;
    private long _evictions;
    private long _corrupt;
    private long? _bytes;
    private long _writtenSince;

    /// <summary>The value of a key; null where there is none.</summary>
    /// <exception cref="CacheException">The cache cannot be read.</exception>
    public ReadOnlyMemory<byte>? Get(string key) => Guarded(() =>
    {
        var path = PathOf(key);
        var bytes = Read(path);
        if (bytes is null)
        {
            Interlocked.Increment(ref _misses);
            return null;
        }

        if (CacheEntry.ValueOf(key, bytes) is not { } value)
        {
            Interlocked.Increment(ref _corrupt);
            Interlocked.Increment(ref _misses);
            TryDelete(path);
            return null;
        }

        Interlocked.Increment(ref _hits);
        Touch(path);
        return (ReadOnlyMemory<byte>?)value;
    });

    /// <summary>Keeps a value.</summary>
    /// <exception cref="CacheException">It is too large, or the cache cannot be written.</exception>
    public void Set(string key, ReadOnlySpan<byte> value)
    {
        var length = CacheEntry.LengthOf(key, value);
        if (length > maximumBytes / LargestShare)
        {
            throw new CacheException($"The value has {length} bytes, and one entry may have {maximumBytes / LargestShare}: a quarter of the cache. Keep it elsewhere, or raise --cache-mb.");
        }

        var entry = CacheEntry.Of(key, value);
        Guarded(() =>
        {
            var path = PathOf(key);
            var parent = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(parent);
            AtomicFile.Write(new NamedFolder(parent), Path.GetFileName(path), entry, static () => true);
            Touch(path);
            EvictAfter(length);
            return true;
        });
    }

    /// <summary>Forgets a key; says whether it was there.</summary>
    /// <exception cref="CacheException">The cache cannot be written.</exception>
    public bool Delete(string key) => Guarded(() => TryDelete(PathOf(key)));

    /// <summary>Forgets all keys; gives how many there were.</summary>
    /// <exception cref="CacheException">The cache cannot be written.</exception>
    public int Clear() => Guarded(() =>
    {
        lock (_gate)
        {
            _bytes = null;
            return Files().Count(file => TryDelete(file.Path));
        }
    });

    /// <summary>What it holds, and did.</summary>
    /// <exception cref="CacheException">The cache cannot be read.</exception>
    public CacheStatistics Statistics() => Guarded(() =>
    {
        var files = Files();
        return new CacheStatistics(
            folder,
            files.Count,
            files.Sum(static file => file.Length),
            maximumBytes,
            Interlocked.Read(ref _hits),
            Interlocked.Read(ref _misses),
            Interlocked.Read(ref _evictions),
            Interlocked.Read(ref _corrupt));
    });

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CacheException($"The cache failed: {failure.Message} Choose another folder by --cache.", failure);
        }
    }

    private static byte[]? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[RandomAccess.GetLength(file)];
            return RandomAccess.Read(file, bytes, 0) == bytes.Length ? bytes : [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            var isThere = File.Exists(path);
            File.Delete(path);
            return isThere;
        }
        catch (Exception gone) when (gone is DirectoryNotFoundException or UnauthorizedAccessException or IOException)
        {
            // Another process was quicker, or has it open; then it is used, and stays.
            return false;
        }
    }

    private string PathOf(string key)
    {
        var name = Sha256Hex.Of(Encoding.UTF8.GetBytes(key));
        return Path.Combine(_entries, name[..2], name[2..]);
    }

    private void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Another process evicted it, or owns it. The value was read all the same.
        }
    }

    private void EvictAfter(long written)
    {
        lock (_gate)
        {
            // What other processes write is seen now and then.
            _writtenSince += written;
            if (_bytes is null || _writtenSince > maximumBytes / RoomShare)
            {
                _bytes = Files().Sum(static file => file.Length);
                _writtenSince = 0;
            }
            else
            {
                _bytes += written;
            }

            if (_bytes > maximumBytes)
            {
                Evict();
            }
        }
    }

    private void Evict()
    {
        var files = Files().OrderBy(static file => file.LastUse).ToList();
        var bytes = files.Sum(static file => file.Length);
        foreach (var file in files)
        {
            if (bytes <= maximumBytes - (maximumBytes / RoomShare))
            {
                break;
            }

            if (TryDelete(file.Path))
            {
                Interlocked.Increment(ref _evictions);
                bytes -= file.Length;
            }
        }

        (_bytes, _writtenSince) = (bytes, 0);
    }

    /// <summary>The files there are now, but for those that are being written. What a killed process left half-written is one of them after a while.</summary>
    private List<CacheFile> Files()
    {
        try
        {
            return
            [
                .. new DirectoryInfo(_entries)
                    .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                    .Select(CacheFile.Of)
                    .OfType<CacheFile>()
                    .Where(file => Path.GetFileName(file.Path)[0] != '.' || time.GetUtcNow() - file.LastUse > LongestWrite),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private sealed record CacheFile(string Path, long Length, DateTime LastUse)
    {
        /// <summary>What is known of a file; null where it is gone.</summary>
        public static CacheFile? Of(FileInfo file)
        {
            try
            {
                return new(file.FullName, file.Length, file.LastWriteTimeUtc);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }
    }
}

/// <summary>What a cache holds, and did in this process.</summary>
/// <param name="Directory">Absolute path of its folder.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="MaximumBytes">How many they may have.</param>
/// <param name="Hits">How often a key was found.</param>
/// <param name="Misses">How often it was not.</param>
/// <param name="Evictions">How many entries went because there was no room.</param>
/// <param name="Corrupt">How many files were no entries, and were dropped.</param>
internal sealed record CacheStatistics(
    string Directory, int Entries, long Bytes, long MaximumBytes, long Hits, long Misses, long Evictions, long Corrupt);

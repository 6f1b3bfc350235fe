using System.Collections.Concurrent;
using System.Text.Json;

namespace FastMd.Engine.ExternalLinks;

/// <summary>The external links that answered well, and when. A file that cannot be read is an empty cache: everything is asked again.</summary>
internal sealed class ExternalLinkCache
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _checked = new(StringComparer.Ordinal);
    private readonly ExternalLinkOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Reads the cache file, where there is one.</summary>
    public ExternalLinkCache(ExternalLinkOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        if (options.CachePath is { } path && File.Exists(path))
        {
            Read(path);
        }
    }

    /// <summary>Whether a link answered well not long ago.</summary>
    public bool IsGood(string url) => _checked.TryGetValue(url, out var at) && _time.GetUtcNow() - at < _options.CacheAge;

    /// <summary>Records a good answer.</summary>
    public void Add(string url) => _checked[url] = _time.GetUtcNow();

    /// <summary>Writes the file, in one step, without what is too old.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save()
    {
        if (_options.CachePath is not { } path)
        {
            return;
        }

        var temporary = path + ".tmp";
        using (var file = File.Create(temporary))
        using (var json = new Utf8JsonWriter(file, new() { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var (url, at) in _checked.Where(entry => _time.GetUtcNow() - entry.Value < _options.CacheAge).OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteString(url, at);
            }

            json.WriteEndObject();
        }

        File.Move(temporary, path, overwrite: true);
    }

    private void Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                _checked[entry.Name] = entry.Value.GetDateTimeOffset();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            _checked.Clear();
        }
    }
}

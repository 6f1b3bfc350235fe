using System.Text;

namespace FastMd.Engine.Dashboard;

/// <summary>What a request says before its body: as much of HTTP/1.1 as it takes to answer who wants to look.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path as it was sent, without what follows a question mark.</param>
/// <param name="Headers">Its headers; of one that came twice both values, with a comma between them.</param>
internal sealed record RequestHead(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Reads one; null where what comes is none, or is too long.</summary>
    /// <param name="input">Where it comes from.</param>
    /// <param name="cancellation">Cancelled where it takes too long.</param>
    /// <exception cref="IOException">Whoever sends it went away.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<RequestHead?> ReadAsync(Stream input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var buffer = new byte[MostBytes];
        for (var length = 0; length < MostBytes;)
        {
            var count = await input.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            length += count;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end));
            }
        }

        return null;
    }

    /// <summary>A header; null where it did not come.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    private static RequestHead? Parse(string text)
    {
        var lines = text.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, ['H', 'T', 'T', 'P', '/', '1', '.', _]])
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }

        return new(method, target.Split('?')[0], headers);
    }
}

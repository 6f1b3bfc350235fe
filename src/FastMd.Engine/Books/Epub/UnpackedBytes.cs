namespace FastMd.Engine.Books.Epub;

/// <summary>How much of a book was unpacked so far, each file once, by whichever thread.</summary>
internal sealed class UnpackedBytes
{
    private readonly Dictionary<string, long> _files = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private long _total;

    /// <summary>Takes note of how much of a file came out, and refuses the book where all of it is too much.</summary>
    public void Check(string path, long length, long maximum)
    {
        lock (_gate)
        {
            var known = _files.GetValueOrDefault(path);
            if (length > known)
            {
                _files[path] = length;
                _total += length - known;
            }

            if (_total > maximum)
            {
                throw EpubFailure.OverLimit($"The files of the book have more than {maximum / (1024 * 1024)} MB, unpacked");
            }
        }
    }
}

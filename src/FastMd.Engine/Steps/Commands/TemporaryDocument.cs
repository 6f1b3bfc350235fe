using FastMd.Engine.Output;

namespace FastMd.Engine.Steps.Commands;

/// <summary>A converted document as a file of its own, for a command that reads files. Nobody else may read it, and it goes when it is disposed.</summary>
internal sealed class TemporaryDocument : IDisposable
{
    private TemporaryDocument(string path) => Path = path;

    /// <summary>Absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>Writes a document.</summary>
    /// <param name="input">The document.</param>
    /// <exception cref="Documents.DocumentException">There is no room for it.</exception>
    public static TemporaryDocument Of(StepInput input)
    {
        var document = new TemporaryDocument(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"fastmd-{System.IO.Path.GetRandomFileName()}{input.Extension}"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(document.Path, options);
            file.Write(input.Content.Span);
            return document;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            document.Dispose();
            throw WriteFailures.Explain(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Something still reads it. It lies in a temporary folder, which the system clears.
        }
    }
}

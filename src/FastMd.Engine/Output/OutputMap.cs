using FastMd.Engine.Documents;

namespace FastMd.Engine.Output;

/// <summary>
/// Which file each document becomes: its path from the base path, under the destination, with the target's extension; or the one file that
/// was named for it. No output lies outside the destination, and none has a name that means something else on another system.
/// </summary>
/// <param name="destination">Absolute path of the folder everything is written to.</param>
/// <param name="extension">Extension of the outputs, with its dot.</param>
/// <param name="appends">Whether it follows the document's own extension, rather than taking its place.</param>
/// <param name="file">Absolute path of the file, in the destination, that a single document becomes; null where outputs are called after their documents.</param>
/// <param name="readmeIsIndex">Whether <c>README.md</c> becomes the index page of its folder, where there is none else.</param>
internal sealed class OutputMap(string destination, string extension, bool appends = false, string? file = null, bool readmeIsIndex = false)
{
    private readonly string _destination = Path.TrimEndingDirectorySeparator(destination);

    /// <summary>The output of a document.</summary>
    /// <param name="sourcePath">Absolute path of the document.</param>
    /// <param name="basePath">Absolute path of the folder it is seen from.</param>
    /// <exception cref="DocumentException">There is no such output.</exception>
    public string OutputOf(string sourcePath, string basePath) => file is not null ? Named(file)
        : readmeIsIndex && IndexPages.IsReadmeIndex(sourcePath, File.Exists)
            ? Place(sourcePath, basePath, static (name, extension) => Path.Join(Path.GetDirectoryName(name), IndexPages.Name + extension))
        : appends ? Place(sourcePath, basePath, static (name, extension) => name + extension)
        : Place(sourcePath, basePath, static (name, extension) => Path.ChangeExtension(name, extension));

    /// <summary>The output of a document whose own extension is kept.</summary>
    /// <inheritdoc cref="OutputOf"/>
    public string OutputWithExtensionOf(string sourcePath, string basePath) => Place(sourcePath, basePath, static (name, extension) => name + extension);

    /// <summary>The output of a document that is no file; null where it has none.</summary>
    /// <exception cref="DocumentException">There is no such output.</exception>
    public string? OutputOfText() => file is null ? null : Named(file);

    /// <summary>Where a file goes that is copied along: beside the outputs as it lies beside the documents.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="basePath">Absolute path of the folder the documents are seen from.</param>
    /// <exception cref="DocumentException">There is no such place.</exception>
    public string CopyOf(string path, string basePath) => Place(path, basePath, static (name, _) => name);

    /// <summary>Where a file goes that is made of several documents.</summary>
    /// <param name="path">Its path in the destination, with slashes.</param>
    /// <exception cref="DocumentException">There is no such place.</exception>
    public string PlaceOf(string path) => Place(Path.Join(_destination, path.Replace('/', Path.DirectorySeparatorChar)), _destination, static (name, _) => name);

    /// <summary>The path in the destination, with slashes, of an output.</summary>
    public string NameOf(string output) => PathRules.Relative(_destination, output).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>
    /// The folder that what goes along with a document is seen from. Beside a file that was named, what lay beside the document is found
    /// wherever in a tree that lies.
    /// </summary>
    /// <param name="sourcePath">Absolute path of the document.</param>
    /// <param name="basePath">Absolute path of the folder the document is seen from.</param>
    public string SurroundingsOf(string sourcePath, string basePath) => file is null ? basePath : Path.GetDirectoryName(sourcePath)!;

    private static string Named(string file)
        => PortableName.Problem(Path.GetFileName(file)) is { } problem ? throw NotPortable(Path.GetFileName(file), problem, "name another file") : file;

    private string Place(string sourcePath, string basePath, Func<string, string, string> rename)
    {
        ArgumentNullException.ThrowIfNull(sourcePath);
        ArgumentNullException.ThrowIfNull(basePath);
        var name = PathRules.Relative(basePath, sourcePath);
        if (!PathRules.IsWithin(sourcePath, basePath) || name == ".")
        {
            throw Outside($"it does not lie under the base path '{basePath}'; name a base path above it");
        }

        var relative = rename(name, extension);
        foreach (var segment in relative.Split(Path.DirectorySeparatorChar))
        {
            if (ReservedFolders.IsState(segment))
            {
                throw new DocumentException(Diagnostic.Error(
                    DiagnosticCodes.OutputInStateFolder,
                    $"The output would lie in '{OneLine.Of(segment)}', where FastMd keeps its build state; rename the source, or the folder it lies in."));
            }

            if (PortableName.Problem(segment) is { } problem)
            {
                throw NotPortable(segment, problem, "rename the source");
            }
        }

        var output = PathRules.IsPlain(relative) ? Path.Join(_destination, relative) : Path.GetFullPath(relative, _destination);
        return PathRules.IsWithin(output, _destination) && output.Length > _destination.Length
            ? output
            : throw Outside("its name leads out of it; rename the source");
    }

    private static DocumentException NotPortable(string segment, string problem, string advice)
        => new(Diagnostic.Error(DiagnosticCodes.OutputNameNotPortable, $"The output would be called '{OneLine.Of(segment)}', {problem}; {advice}."));

    private static DocumentException Outside(string reason)
        => new(Diagnostic.Error(DiagnosticCodes.OutputOutsideDestination, $"The document has no place in the destination: {reason}."));
}

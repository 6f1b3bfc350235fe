using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>What an executor is to do with one document. Plain data: the executor may be in another process.</summary>
/// <param name="Index">Position of the document in the input, from 0.</param>
/// <param name="Source">The document.</param>
internal sealed record DocumentWork(long Index, DocumentSource Source)
{
    /// <summary>What is wanted of it.</summary>
    public WorkKind Kind { get; init; }

    /// <summary>Absolute path of the tree's root; null where its links are left alone.</summary>
    public string? BasePath { get; init; }

    /// <summary>Its path below the tree's root, with slashes: the same on every machine. Only its file's name where there is no tree, empty where there is no file.</summary>
    public string NameInTree { get; init; } = "";

    /// <summary>Relative address of the destination, as the output refers to it: <c>../</c> for each folder that it lies in.</summary>
    public string Root { get; init; } = "";

    /// <summary>Hash of the content that the output was made from, if all else is as it was: a source that still has it is not converted. Null where it is converted in any case.</summary>
    public ContentHash? Current { get; init; }

    /// <summary>What is to be done with a planned document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="destination">Absolute path of the folder outputs are written to; null where results carry the content.</param>
    public static DocumentWork Of(PlannedDocument document, string? destination)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Index, document.Source)
        {
            BasePath = document.Source.Part is null ? document.BasePath : null,
            NameInTree = NameOf(document),
            Root = destination is null || document.OutputPath is null
                ? ""
                : string.Concat(Enumerable.Repeat("../", Path.GetRelativePath(destination, document.OutputPath).Count(IsSeparator))),
        };
    }

    private static bool IsSeparator(char character) => character == Path.DirectorySeparatorChar;

    private static string NameOf(PlannedDocument document) => (document.Source.PlacePath, document.BasePath ?? document.Source.BasePath) switch
    {
        (null, _) => "",
        ({ } path, null) => Path.GetFileName(path),
        ({ } path, { } root) => PathRules.Relative(root, path).Replace('\\', '/'),
    };
}

/// <summary>What is wanted of a document.</summary>
internal enum WorkKind
{
    /// <summary>Its output.</summary>
    Convert,

    /// <summary>The list of its parts, as a <see cref="PartList"/>.</summary>
    ListParts,

    /// <summary>Its text, as it is before it is converted.</summary>
    ReadText,
}

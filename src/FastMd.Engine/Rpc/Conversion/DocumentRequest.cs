using FastMd.Engine.Documents;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>A document that a client wants converted.</summary>
/// <param name="Name">What the client calls it.</param>
/// <param name="Source">The document.</param>
/// <param name="BasePath">Absolute path of the root it lies under; null where it lies under none.</param>
internal sealed record DocumentRequest(string Name, DocumentSource Source, string? BasePath)
{
    /// <summary>The document that parameters name. A file that is to be read must lie under a root; a text may be called anything.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="roots">Where files may be read.</param>
    /// <param name="unnamedFormat">Format of a text without a name.</param>
    /// <exception cref="RpcException">They name none, or one that may not be read.</exception>
    public static DocumentRequest Of(DocumentParameters parameters, Roots roots, DocumentFormat unnamedFormat)
    {
        var format = FormatOf(parameters.Format);
        if (parameters.Content is { } text)
        {
            // The mark that a file begins with is none of its text.
            var content = text.StartsWith('\uFEFF') ? text[1..] : text;
            return parameters.File is not { } named
                ? new("(text)", DocumentSource.FromText(content, format: format ?? unnamedFormat), null)
                : OfContent(content, named, format, roots);
        }

        var file = parameters.Path ?? parameters.File
            ?? throw new RpcException(RpcErrors.InvalidParams, "params: a document needs content, or the file it is read from.");
        var (path, root) = roots.OfFile(file);
        var length = new FileInfo(path) is { Exists: true } there ? there.Length : 0;
        return new(parameters.File ?? file, DocumentSource.FromFile(path, length, format: format), root);
    }

    /// <summary>A text is named after its file wherever that lies; only under a root can it include others.</summary>
    private static DocumentRequest OfContent(string content, string name, DocumentFormat? format, Roots roots)
    {
        var path = roots.Absolute(name);
        return new(name, DocumentSource.FromContent(path, content, format), roots.Of(path));
    }

    private static DocumentFormat? FormatOf(string? name) => name switch
    {
        null => null,
        "markdown" => DocumentFormat.Markdown,
        "mdx" => DocumentFormat.Mdx,
        _ => throw new RpcException(RpcErrors.InvalidParams, "format: it must be markdown or mdx."),
    };
}

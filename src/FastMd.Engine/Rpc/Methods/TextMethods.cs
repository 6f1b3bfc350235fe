using System.Security.Cryptography;
using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Methods about texts and files, but for their conversion.</summary>
/// <param name="roots">Where files may be read.</param>
internal sealed class TextMethods(Roots roots)
{
    public static Task<RpcAnswer> NormalizeAsync(RpcRequest request)
    {
        var content = request.Read(RpcJson.Default.NormalizeParameters).Content;
        var normalized = Normalized(content);
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("content"u8, normalized);
            json.WriteBoolean("changed"u8, normalized != content);
            json.WriteEndObject();
        }));
    }

    public async Task<RpcAnswer> ComputeDigestAsync(RpcRequest request)
    {
        var parameters = request.Read(RpcJson.Default.ComputeDigestParameters);
        var (digest, length) = parameters switch
        {
            { Content: { } content, Path: null } => Of(Encoding.UTF8.GetBytes(parameters.Normalize ? Normalized(content) : content)),
            { Content: null, Path: { } path } when parameters.Normalize
                => Of(Encoding.UTF8.GetBytes(Normalized(await File.ReadAllTextAsync(roots.OfFile(path).Path, request.Cancellation).ConfigureAwait(false)))),
            { Content: null, Path: { } path } => await OfFileAsync(roots.OfFile(path).Path, request.Cancellation).ConfigureAwait(false),
            _ => throw new RpcException(RpcErrors.InvalidParams, "params: either content or path is needed."),
        };
        return RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("digest"u8, digest);
            json.WriteString("algorithm"u8, "sha256"u8);
            json.WriteNumber("bytes"u8, length);
            json.WriteEndObject();
        });
    }

    /// <summary>The text without a byte order mark, with <c>\n</c> at the end of each line, and one at its end where it has any.</summary>
    private static string Normalized(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');
        return lines.Length == 0 ? "" : lines + "\n";
    }

    private static (string Digest, long Length) Of(byte[] bytes) => (Sha256Hex.Of(bytes), bytes.Length);

    private static async Task<(string Digest, long Length)> OfFileAsync(string path, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
        {
            return (Sha256Hex.Text(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false)), file.Position);
        }
    }
}

namespace FastMd.Engine.Rpc.Wire;

/// <summary>A request cannot be answered but by an error.</summary>
/// <param name="code">Code of the error.</param>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="data">What else a program should know, if anything.</param>
/// <param name="innerException">What is behind it.</param>
internal sealed class RpcException(int code, string message, Action<System.Text.Json.Utf8JsonWriter>? data = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>One of <see cref="RpcErrors"/>.</summary>
    public int Code { get; } = code;

    /// <summary>Writes the value of the error's <c>data</c>; null where it has none.</summary>
    public Action<System.Text.Json.Utf8JsonWriter>? WriteData { get; } = data;
}

/// <summary>Codes of errors: those of JSON-RPC, and ours.</summary>
internal static class RpcErrors
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int TransformFailed = -32001;
    public const int CacheFailed = -32002;
    public const int FileFailed = -32003;
    public const int Cancelled = -32800;
}

using System.Text.Json;
using System.Text.Unicode;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>A message as JSON-RPC has it: a request, or without an id a notification.</summary>
/// <param name="Id">Its id; null where it is a notification.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Parameters">The parameters, as JSON; empty where there are none.</param>
internal sealed record Envelope(RequestId? Id, string Method, ReadOnlyMemory<byte> Parameters)
{
    /// <summary>How deep a message may nest.</summary>
    public const int MaximumNesting = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumNesting };

    /// <summary>Reads a message.</summary>
    /// <param name="line">The line.</param>
    /// <param name="id">Its id as far as it was read, also where it is no message.</param>
    /// <exception cref="RpcException">It is no message.</exception>
    public static Envelope Read(ReadOnlyMemory<byte> line, out RequestId? id)
    {
        id = null;
        var bytes = WithoutMark(line);
        if (!Utf8.IsValid(bytes.Span))
        {
            throw new RpcException(RpcErrors.ParseError, "The line is not valid UTF-8.");
        }

        try
        {
            return Read(bytes, new Utf8JsonReader(bytes.Span, Options), ref id);
        }
        catch (JsonException invalid)
        {
            id = null;
            throw new RpcException(RpcErrors.ParseError, $"The line is not valid JSON: {JsonText.Reason(invalid)}", innerException: invalid);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line)
        => line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;

    private static Envelope Read(ReadOnlyMemory<byte> bytes, Utf8JsonReader reader, ref RequestId? id)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var isArray = reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
            reader.Read();
            throw Invalid(isArray ? "Batches of JSON-RPC are not supported: send each request as a line of its own, or use transformBatch." : "A JSON object is expected.");
        }

        var seen = Members.None;
        var (method, parameters, problem) = ("", ReadOnlyMemory<byte>.Empty, (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberOf(in reader);
            problem ??= member == Members.None ? "A message has the members jsonrpc, id, method and params, and no others."
                : (seen & member) != 0 ? $"The member {member.ToString().ToLowerInvariant()} stands twice."
                : null;
            seen |= member;
            reader.Read();
            switch (member)
            {
                case Members.JsonRpc when !(reader.TokenType == JsonTokenType.String && JsonStrings.Is(in reader, "2.0"u8)):
                    problem ??= "The member jsonrpc must be \"2.0\".";
                    break;
                case Members.Id:
                    id = RequestId.Read(ref reader);
                    problem ??= id is null ? $"The id must be a string of at most {RequestId.MaximumLength} characters, or a number." : null;
                    break;
                case Members.Method when reader.TokenType == JsonTokenType.String && JsonStrings.TryGet(ref reader, out var name):
                    method = name;
                    break;
                case Members.Method:
                    problem ??= "The method must be a string.";
                    break;
                case Members.Params when reader.TokenType != JsonTokenType.StartObject:
                    problem ??= "The params must be an object.";
                    break;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (member == Members.Params)
            {
                parameters = bytes[start..(int)reader.BytesConsumed];
            }
        }

        // Past the object there is nothing but white space, or this throws.
        reader.Read();
        problem ??= !seen.HasFlag(Members.JsonRpc) ? "The member jsonrpc is missing." : !seen.HasFlag(Members.Method) ? "The method is missing." : null;
        return problem is null ? new(id, method, parameters) : throw Invalid(problem);
    }

    private static Members MemberOf(in Utf8JsonReader reader)
        => JsonStrings.Is(in reader, "jsonrpc"u8) ? Members.JsonRpc
            : JsonStrings.Is(in reader, "id"u8) ? Members.Id
            : JsonStrings.Is(in reader, "method"u8) ? Members.Method
            : JsonStrings.Is(in reader, "params"u8) ? Members.Params
            : Members.None;

    private static RpcException Invalid(string reason) => new(RpcErrors.InvalidRequest, reason);

    [Flags]
    private enum Members
    {
        None = 0,
        JsonRpc = 1,
        Id = 2,
        Method = 4,
        Params = 8,
    }
}

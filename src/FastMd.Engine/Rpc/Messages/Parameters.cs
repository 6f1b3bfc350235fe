using System.Text.Json;

namespace FastMd.Engine.Rpc.Messages;

/// <summary>Parameters of a method.</summary>
internal interface IParameters
{
    /// <summary>Name of the member that is null and must not be; null where none is.</summary>
    string? NullMember => null;
}

/// <summary>Parameters of <c>initialize</c>.</summary>
internal sealed record InitializeParameters : IParameters
{
    /// <summary>The version of the protocol that the client speaks.</summary>
    public int? ProtocolVersion { get; init; }

    /// <summary>Who the client is; for logs.</summary>
    public ClientInfo? ClientInfo { get; init; }

    /// <summary>Settings for later requests, by their keys.</summary>
    public Dictionary<string, JsonElement>? Settings { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => ClientInfo is { Name: null } ? "clientInfo.name" : null;
}

/// <summary>Who a client is.</summary>
internal sealed record ClientInfo
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }
}

/// <summary>Parameters of <c>configure</c>.</summary>
internal sealed record ConfigureParameters : IParameters
{
    /// <summary>Settings for later requests, by their keys; null takes one back.</summary>
    public required Dictionary<string, JsonElement> Settings { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => Settings is null ? "settings" : null;
}

/// <summary>A document, as a request names it.</summary>
internal record DocumentParameters
{
    /// <summary>Its path or name.</summary>
    public string? File { get; init; }

    /// <summary>Its text; null where it is to be read.</summary>
    public string? Content { get; init; }

    /// <summary>Path to read, where <see cref="File"/> is only a name.</summary>
    public string? Path { get; init; }

    /// <summary><c>markdown</c> or <c>mdx</c>; null where the name tells.</summary>
    public string? Format { get; init; }

    /// <summary>What it is to become.</summary>
    public TransformOptions? Options { get; init; }
}

/// <summary>Parameters of <c>transform</c>.</summary>
internal sealed record TransformParameters : DocumentParameters, IParameters;

/// <summary>What a document is to become.</summary>
internal record TransformOptions
{
    /// <summary>Name of the target.</summary>
    public string? Target { get; init; }

    /// <summary><c>development</c> or <c>production</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether a source map is wanted.</summary>
    public bool? Sourcemap { get; init; }

    /// <summary>Other settings, by their keys.</summary>
    public Dictionary<string, JsonElement>? Settings { get; init; }
}

/// <summary>Parameters of <c>transformBatch</c>.</summary>
internal sealed record TransformBatchParameters : IParameters
{
    /// <summary>What notifications and <c>cancelBatch</c> call it; null for the id of the request.</summary>
    public string? BatchId { get; init; }

    /// <summary>The documents.</summary>
    public required IReadOnlyList<DocumentParameters> Files { get; init; }

    /// <summary>What they are to become, and how.</summary>
    public BatchOptionsMessage? Options { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => Files is null ? "files" : null;
}

/// <summary>What the documents of a batch are to become, and how.</summary>
internal sealed record BatchOptionsMessage : TransformOptions
{
    /// <summary>Whether more than one is converted at a time; null for yes.</summary>
    public bool? Parallel { get; init; }

    /// <summary>How many are converted at a time; null for as many as the machine has workers.</summary>
    public int? MaxWorkers { get; init; }

    /// <summary>Whether results come in the order of the documents; null for yes.</summary>
    public bool? Ordered { get; init; }

    /// <summary>Milliseconds for all of them; null for any time.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>Whether each result is sent as soon as it is its turn.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether progress is sent; null for yes.</summary>
    public bool? Progress { get; init; }
}

/// <summary>Parameters of <c>cancelBatch</c>.</summary>
internal sealed record CancelBatchParameters : IParameters
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => BatchId is null ? "batchId" : null;
}

/// <summary>Parameters of <c>normalize</c>.</summary>
internal sealed record NormalizeParameters : IParameters
{
    /// <summary>The text.</summary>
    public required string Content { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => Content is null ? "content" : null;
}

/// <summary>Parameters of <c>computeDigest</c>.</summary>
internal sealed record ComputeDigestParameters : IParameters
{
    /// <summary>The text; null where a file is meant.</summary>
    public string? Content { get; init; }

    /// <summary>The file.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the text is normalized first.</summary>
    public bool Normalize { get; init; }
}

/// <summary>Parameters of <c>cache.set</c>.</summary>
internal sealed record CacheSetParameters : IParameters
{
    /// <summary>The key; null for the digest of the value.</summary>
    public string? Key { get; init; }

    /// <summary>The value.</summary>
    public required JsonElement Value { get; init; }
}

/// <summary>Parameters of <c>cache.get</c> and <c>cache.delete</c>.</summary>
internal sealed record CacheKeyParameters : IParameters
{
    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <inheritdoc/>
    string? IParameters.NullMember => Key is null ? "key" : null;
}

/// <summary>Parameters of methods that have none.</summary>
internal sealed record NoParameters : IParameters;

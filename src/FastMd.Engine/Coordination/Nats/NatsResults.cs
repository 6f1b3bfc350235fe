using System.Globalization;
using System.Text;
using FastMd.Engine.Coordination.Cluster;
using NATS.Client.Core;
using NATS.Client.JetStream.Models;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>The results of a job: one message a chunk, which is its record and its fence. What is too large for a message lies in the object store.</summary>
internal sealed class NatsResults(NatsLink link, NatsFiles files, string job)
{
    private const byte Inline = 0;
    private const byte InFile = 1;

    // Headers and the protocol need some of what a message may have.
    private const int Margin = 16 * 1024;

    /// <summary>Publishes a result; it counts where it is the first of its chunk.</summary>
    /// <param name="key">Key of the chunk.</param>
    /// <param name="result">The result.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The error, where it was not stored for another reason than that there is one; null where there is one now.</returns>
    public ApiError? Publish(string key, ChunkResult result, CancellationToken cancellation)
    {
        var bytes = result.Write();
        byte[] message;
        if (bytes.Length + Margin <= link.MaximumPayload)
        {
            message = [Inline, .. bytes];
        }
        else
        {
            // One name an attempt: another worker may be at the same chunk.
            var name = $"{key}-{Guid.NewGuid():N}";
            files.Put(job, name, bytes, cancellation);
            message = [InFile, .. Encoding.ASCII.GetBytes(name)];
        }

        // A publication whose answer was lost is made again, and finds its own message.
        return link.Publish(NatsNames.ResultSubject(job, key), message, isFirst: true, cancellation) is { } error && error.ErrCode != NatsErrors.WrongLastSequence ? error : null;
    }

    /// <summary>Whether a chunk has its result.</summary>
    public bool Has(string key, CancellationToken cancellation) => Get(LastOf(key), cancellation) is not null;

    /// <summary>The result of a chunk; null where it has none, or one that cannot be read.</summary>
    public ChunkResult? Find(string key, CancellationToken cancellation)
        => Get(LastOf(key), cancellation) is { } message ? Read(message.Data!, cancellation) : null;

    /// <summary>The first result from a position on; null where there is none yet. It is null itself where it cannot be read.</summary>
    /// <param name="sequence">The position.</param>
    /// <param name="cancellation">Cancels it.</param>
    public (string Key, ulong Sequence, ChunkResult? Result)? Next(ulong sequence, CancellationToken cancellation)
        => Get(string.Create(CultureInfo.InvariantCulture, $"{{\"seq\":{sequence},\"next_by_subj\":\"{NatsNames.ResultSubject(job, ">")}\"}}"), cancellation) is { } message
            ? (NatsNames.KeyOf(message.Headers!["Nats-Subject"].ToString()), ulong.Parse(message.Headers["Nats-Sequence"].ToString(), CultureInfo.InvariantCulture), Read(message.Data!, cancellation))
            : null;

    /// <summary>Removes the result of a chunk, so that it can have another one.</summary>
    public void Remove(string key, CancellationToken cancellation)
        => link.Find(token => link.JetStream.PurgeStreamAsync(NatsNames.ResultsOf(job), new() { Filter = NatsNames.ResultSubject(job, key) }, token), cancellation);

    private ChunkResult? Read(byte[] message, CancellationToken cancellation)
    {
        try
        {
            return ChunkResult.Read(message is [Inline, ..] ? message.AsMemory(1) : files.Get(job, Encoding.ASCII.GetString(message.AsSpan(1)), cancellation));
        }
        catch (Exception failure) when (failure is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private string LastOf(string key) => $"{{\"last_by_subj\":\"{NatsNames.ResultSubject(job, key)}\"}}";

    // Names of jobs and keys are hexadecimal digits: nothing in the request has to be escaped.
    private NatsMsg<byte[]>? Get(string request, CancellationToken cancellation)
    {
        var message = link.Call(
            token => link.JetStream.Connection.RequestAsync(
                $"{link.JetStream.Opts.Prefix}.DIRECT.GET.{NatsNames.ResultsOf(job)}",
                Encoding.ASCII.GetBytes(request),
                requestSerializer: NatsRawSerializer<byte[]>.Default,
                replySerializer: NatsRawSerializer<byte[]>.Default,
                cancellationToken: token),
            cancellation);
        return message.Headers is { Code: >= 400 } ? null : message;
    }
}

using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Cluster;

/// <summary>A job as workers find it at a broker: what its documents become. The documents themselves come in chunks.</summary>
/// <param name="Id">Names it at the broker: hexadecimal digits, the same for the same sources, destination and target.</param>
/// <param name="Engine">Version of the engine that published it.</param>
/// <param name="Name">What people call it: what is converted, to what, and where it goes.</param>
/// <param name="Lease">Time after which a worker that says nothing loses what it claimed.</param>
/// <param name="Attempts">How often a document may take its worker along.</param>
/// <param name="Description">Settings and folders, as data for a worker.</param>
internal sealed record ClusterJob(string Id, string Engine, string Name, TimeSpan Lease, int Attempts, ReadOnlyMemory<byte> Description)
{
    // Raised with every change of what is sent by way of the broker.
    private const int Version = 1;

    private ContentHash? _hash;

    /// <summary>Tells one run of the publisher from the next one: what was there in between, such as the destination, may be gone.</summary>
    public ulong Run { get; init; }

    /// <summary>The job, run anew.</summary>
    public ClusterJob Anew() => this with { Run = BitConverter.ToUInt64(Guid.NewGuid().ToByteArray()) };

    /// <summary>Tells jobs of one name apart by what their documents become, whichever run it is.</summary>
    public ContentHash Hash => _hash ??= ContentHash.Of((this with { Run = 0 }).Write());

    /// <summary>The job as a message.</summary>
    public byte[] Write()
    {
        var writer = new RecordWriter();
        writer.Number(Version);
        writer.Fixed(Run);
        writer.Text(Engine);
        writer.Text(Name);
        writer.Number(Lease.Ticks);
        writer.Number(Attempts);
        writer.Raw(Description.Span);
        return writer.Written.ToArray();
    }

    /// <summary>Reads a job.</summary>
    /// <param name="id">Names it at the broker.</param>
    /// <param name="message">What <see cref="Write"/> made, by any version.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ClusterJob Read(string id, ReadOnlyMemory<byte> message)
    {
        var reader = new RecordReader(message);
        if (reader.Whole() is not Version and var version)
        {
            throw new InvalidDataException($"it is of version {version} of the messages and {Version} is needed");
        }

        var run = reader.Fixed();
        return new(id, reader.Text(), reader.Text(), new(reader.Number()), reader.Whole(), reader.Rest) { Run = run };
    }
}

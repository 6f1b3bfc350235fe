using NATS.Client.ObjectStore;
using NATS.Client.ObjectStore.Models;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>Files of jobs, in the object store of each.</summary>
internal sealed class NatsFiles(NatsLink link)
{
    // Each part waits until it is stored: the larger the parts, the less a long way costs. A message may have a megabyte.
    private const int PartBytes = 900 * 1024;

    private readonly NatsObjContext _context = new(link.JetStream);

    /// <summary>Keeps bytes under a name.</summary>
    public void Put(string job, string name, byte[] content, CancellationToken cancellation) => Put(job, name, () => new MemoryStream(content), cancellation);

    /// <summary>Keeps a file under a name.</summary>
    public void PutFile(string job, string name, string path, CancellationToken cancellation) => Put(job, name, () => File.OpenRead(path), cancellation);

    /// <summary>The bytes that are kept under a name.</summary>
    /// <exception cref="SharedJobException">There are none.</exception>
    public byte[] Get(string job, string name, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        Get(job, name, content, cancellation);
        return content.ToArray();
    }

    /// <summary>Writes a file that is kept under a name to the disk.</summary>
    /// <exception cref="SharedJobException">There is none.</exception>
    public void GetFile(string job, string name, string path, CancellationToken cancellation)
    {
        using var file = File.Create(path);
        Get(job, name, file, cancellation);
    }

    /// <summary>Removes all files of a job.</summary>
    public void Remove(string job) => link.TryOnce(async token => await _context.DeleteObjectStore(NatsNames.FilesOf(job), token).ConfigureAwait(false));

    private void Put(string job, string name, Func<Stream> open, CancellationToken cancellation) => Explained(() => link.Call(
        async token =>
        {
            var store = await _context.CreateObjectStoreAsync(new NatsObjConfig(NatsNames.FilesOf(job)) { Description = "FastMd" }, token).ConfigureAwait(false);
            using var content = open();
            return await store.PutAsync(new ObjectMetadata { Name = name, Options = new() { MaxChunkSize = Math.Min(PartBytes, link.MaximumPayload - 1024) } }, content, leaveOpen: false, token).ConfigureAwait(false);
        },
        cancellation));

    private void Get(string job, string name, Stream output, CancellationToken cancellation) => Explained(() => link.Call(
        async token =>
        {
            output.SetLength(0);
            var store = await _context.GetObjectStoreAsync(NatsNames.FilesOf(job), token).ConfigureAwait(false);
            return await store.GetAsync(name, output, leaveOpen: true, token).ConfigureAwait(false);
        },
        cancellation));

    private void Explained(Func<ObjectMetadata> call)
    {
        try
        {
            call();
        }
        catch (Exception failure) when (failure is NATS.Client.JetStream.NatsJSException or NatsObjException)
        {
            throw NatsErrors.Explain(link.Server, failure);
        }
    }
}

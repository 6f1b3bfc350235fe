namespace FastMd.Engine.Coordination.Cluster;

/// <summary>A broker that keeps jobs for workers on other machines. Safe for any number of threads.</summary>
internal interface IClusterBroker : IDisposable
{
    /// <summary>A job to be published, by the process that commits what workers did.</summary>
    /// <param name="job">The job.</param>
    /// <param name="isOrdered">Whether documents are handed over in the order of the plan.</param>
    IWorkSource Publisher(ClusterJob job, bool isOrdered);

    /// <summary>The jobs there are, the oldest first.</summary>
    /// <exception cref="SharedJobException">The broker does not answer.</exception>
    IReadOnlyList<ClusterJob> Jobs();

    /// <summary>Whether a job is there as it was: neither over, nor another one of its name.</summary>
    bool Has(ClusterJob job);

    /// <summary>Whether documents of a job wait for a worker, or are with one that may not come back. False where that is not known.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the answer.</param>
    bool HasWork(ClusterJob job, CancellationToken cancellation);

    /// <summary>Joins a job as a worker.</summary>
    /// <param name="job">The job.</param>
    /// <param name="parallelism">How many documents the worker is at, at most.</param>
    /// <param name="isAdvancing">Whether the worker gets on with what it claimed: one that hangs loses it.</param>
    IWorkClaims Join(ClusterJob job, int parallelism, Func<bool> isAdvancing);

    /// <summary>Tells who published a job that this worker has no part in it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, in words that end a sentence.</param>
    void Refuse(ClusterJob job, string reason);

    /// <summary>Tells those who watch a job how a process of it gets on. Nothing depends on it: where it cannot be told, nothing happens.</summary>
    /// <param name="job">Names the job.</param>
    /// <param name="id">Distinguishes the process.</param>
    /// <param name="told">What it tells, in the place of what it told before.</param>
    void Tell(string job, string id, byte[] told);

    /// <summary>What each process of every job told last, as far as it came; those of earlier runs are among them.</summary>
    IReadOnlyCollection<byte[]> Told();

    /// <summary>Keeps a file of a job until its end.</summary>
    /// <param name="job">Names the job.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="path">Absolute path of it.</param>
    /// <exception cref="SharedJobException">It cannot be kept.</exception>
    void PutFile(string job, string name, string path);

    /// <summary>Writes a file of a job to the disk.</summary>
    /// <param name="job">Names the job.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="path">Absolute path that it gets.</param>
    /// <exception cref="SharedJobException">There is none.</exception>
    void GetFile(string job, string name, string path);
}

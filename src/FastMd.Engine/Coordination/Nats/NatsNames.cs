namespace FastMd.Engine.Coordination.Nats;

/// <summary>What things of FastMd are called at the broker.</summary>
internal static class NatsNames
{
    /// <summary>Key-value bucket with a key for each job.</summary>
    public const string Jobs = "fastmd-jobs";

    /// <summary>Key-value bucket with a key for each worker of a job: entries expire.</summary>
    public const string Workers = "fastmd-workers";

    /// <summary>Key-value bucket with a key for each process of a job, in which it tells those who watch how it gets on.</summary>
    public const string Live = "fastmd-live";

    /// <summary>The durable consumer that all workers pull from.</summary>
    public const string Consumer = "workers";

    /// <summary>Stream of the chunks of a job.</summary>
    public static string WorkOf(string job) => $"fastmd-{job}-work";

    /// <summary>Stream of the results of a job.</summary>
    public static string ResultsOf(string job) => $"fastmd-{job}-results";

    /// <summary>Object store of the files of a job.</summary>
    public static string FilesOf(string job) => $"fastmd-{job}-files";

    /// <summary>Subjects of the chunks of a job.</summary>
    public static string WorkSubject(string job, string key) => $"fastmd.{job}.work.{key}";

    /// <summary>Subjects of the results of a job.</summary>
    public static string ResultSubject(string job, string key) => $"fastmd.{job}.results.{key}";

    /// <summary>The last part of a subject.</summary>
    public static string KeyOf(string subject) => subject[(subject.LastIndexOf('.') + 1)..];
}

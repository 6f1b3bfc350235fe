namespace FastMd.Engine.Coordination;

/// <summary>What workers are told that did not plan the job, and whether to believe what they said earlier.</summary>
/// <param name="WorkOf">
/// Describes what is to be done with a document of the plan; empty where nothing is, and the process that published the job settles it. Asked in the
/// order of the plan, and again for what is to be done again, by threads of its own. What documents are, and their hashes, is part of it: equal bytes
/// stand for equal outputs.
/// </param>
/// <param name="IsIntact">Whether what an earlier run of the job heard of a document still holds.</param>
internal sealed record RemoteWork(Func<int, ReadOnlyMemory<byte>> WorkOf, Func<int, ItemOutcome, bool> IsIntact);

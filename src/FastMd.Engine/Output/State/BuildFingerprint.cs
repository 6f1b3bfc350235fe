using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>What all outputs of a run depend on, besides their sources.</summary>
/// <param name="Engine">The engine itself.</param>
/// <param name="Options">The options that outputs depend on.</param>
/// <param name="Template">The page template; the hash of nothing where there is none.</param>
/// <param name="Target">Name of what documents are converted to.</param>
internal sealed record BuildFingerprint(ContentHash Engine, ContentHash Options, ContentHash Template, string Target = "");

namespace FastMd.Engine.Output.State;

/// <summary>A path that was looked at while an output was made; had something else been there, the output might be another.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Kind">What was there.</param>
/// <param name="IsAsset">Whether it is a file to be copied along.</param>
public sealed record LookedUp(string Path, TargetKind Kind, bool IsAsset);

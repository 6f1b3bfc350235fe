namespace FastMd.Engine.Output.State;

/// <summary>What an output is made from.</summary>
/// <param name="Source">Absolute path of the source.</param>
/// <param name="BasePath">Absolute path of the folder it is seen from.</param>
/// <param name="IsAsset">Whether it is a file that is copied along; else a document.</param>
/// <param name="IsFound">Whether the output was there already as it should be, so that it may be somebody's.</param>
public sealed record OutputOrigin(string Source, string BasePath, bool IsAsset = false, bool IsFound = false);

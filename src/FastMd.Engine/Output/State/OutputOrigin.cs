namespace FastMd.Engine.Output.State;

/// <summary>What an output is made from.</summary>
/// <param name="Source">Absolute path of the source; of a product of the whole tree the folder it is made from.</param>
/// <param name="BasePath">Absolute path of the folder it is seen from.</param>
/// <param name="Kind">What the output is to the source.</param>
/// <param name="Part">Name of the part of the source; empty where it is all of it.</param>
/// <param name="IsFound">Whether the output was there already as it should be, so that it may be somebody's.</param>
internal sealed record OutputOrigin(string Source, string BasePath, OutputKind Kind = OutputKind.Document, string Part = "", bool IsFound = false);

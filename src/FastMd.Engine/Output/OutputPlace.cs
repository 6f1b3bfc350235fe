namespace FastMd.Engine.Output;

/// <summary>A folder of the destination, as it was when the first file went there.</summary>
/// <param name="Real">Its absolute path without links.</param>
/// <param name="Existed">Whether it was there before this run.</param>
internal sealed record OutputPlace(string Real, bool Existed);

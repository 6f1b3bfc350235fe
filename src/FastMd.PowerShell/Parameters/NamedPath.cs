namespace FastMd.PowerShell.Parameters;

/// <summary>A path that a cmdlet was given, as the file system has it.</summary>
/// <param name="Full">Its absolute path.</param>
/// <param name="IsRelative">Whether it was written as a relative one.</param>
/// <param name="PatternFolder">Absolute path of the folder that the first wildcard was looked for in; null where the path was taken literally.</param>
internal sealed record NamedPath(string Full, bool IsRelative, string? PatternFolder = null);

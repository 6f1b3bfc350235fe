namespace FastMd.Build.HelpGenerator;

/// <summary>A help file is not what it should be; the message says where, in the form compilers use.</summary>
internal sealed class HelpException(string path, int line, string message) : Exception($"{path}({line}): error: {message}");

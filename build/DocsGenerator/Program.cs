using FastMd.Build.DocsGenerator;

// DocsGenerator <docs folder>: writes what the documentation takes from the code.
if (args is not [var docs])
{
    Console.Error.WriteLine("DocsGenerator <docs folder>");
    return 2;
}

foreach (var (path, content) in GeneratedDocs.Of(docs))
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, content);
    Console.WriteLine(path);
}

return 0;

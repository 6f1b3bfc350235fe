using FastMd.Build.DocsGenerator;

// DocsGenerator <docs folder>: writes what the documentation takes from the table of settings.
if (args is not [var docs])
{
    Console.Error.WriteLine("DocsGenerator <docs folder>");
    return 2;
}

foreach (var (path, content) in GeneratedDocs.Of(docs))
{
    File.WriteAllText(path, content);
    Console.WriteLine(path);
}

return 0;

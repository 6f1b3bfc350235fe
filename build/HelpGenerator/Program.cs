using FastMd.Build.HelpGenerator;

// HelpGenerator <docs folder> <output folder>: docs/cmdlets/*.md become the module's help, docs/about_*.md its about topics.
if (args is not [var docs, var output])
{
    Console.Error.WriteLine("HelpGenerator <docs folder> <output folder>");
    return 2;
}

try
{
    Directory.CreateDirectory(output);
    var cmdlets = Directory.GetFiles(Path.Combine(docs, "cmdlets"), "*.md").Order(StringComparer.Ordinal).Select(CmdletHelpReader.Read);
    MamlWriter.Write([.. cmdlets], Path.Combine(output, "FastMd.PowerShell.dll-Help.xml"));
    foreach (var about in Directory.GetFiles(docs, "about_*.md"))
    {
        AboutTopic.Write(HelpFile.Read(about), Path.Combine(output, Path.GetFileNameWithoutExtension(about) + ".help.txt"));
    }

    return 0;
}
catch (HelpException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}

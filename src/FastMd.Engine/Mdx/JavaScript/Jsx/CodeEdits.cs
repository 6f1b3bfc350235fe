namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>What in a fragment is to be written otherwise.</summary>
internal static class CodeEdits
{
    public static IReadOnlyList<CodeEdit> Of(CodeFragment code, JsxOptions options, IReadOnlyList<CodeInsertion> insertions)
    {
        var edits = new List<CodeEdit>();
        foreach (var element in code.Elements)
        {
            edits.Add(new(element.Start, element.End, null, element));
        }

        if (options.MetaUrl is not null)
        {
            foreach (var url in code.MetaUrls)
            {
                edits.Add(new(url.Start, url.End, options.MetaUrl));
            }
        }

        if (options.ResolvesImports)
        {
            foreach (var argument in code.ImportCalls)
            {
                edits.Add(new(argument.Start, argument.Start, "_resolveDynamicMdxSpecifier("));
                edits.Add(new(argument.End, argument.End, ")"));
            }
        }

        foreach (var insertion in insertions)
        {
            if (insertion.Offset >= code.Start && insertion.Offset <= code.End && !code.Elements.Any(element => element.Start < insertion.Offset && insertion.Offset < element.End))
            {
                edits.Add(new(insertion.Offset, insertion.Offset, insertion.Code));
            }
        }

        return edits.Count < 2 ? edits : [.. edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End)];
    }
}

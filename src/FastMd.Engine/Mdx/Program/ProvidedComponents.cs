using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>What functions of the document's own take from the provider of components: each what it renders and nobody binds.</summary>
/// <param name="defined">The names the document imports or declares itself.</param>
/// <param name="positions">Says where elements stand, in development; null otherwise.</param>
internal sealed class ProvidedComponents(IReadOnlySet<string> defined, ElementPositions? positions)
{
    /// <summary>Whether anything is checked to be there.</summary>
    public bool HasChecks { get; private set; }

    /// <summary>What is put into the functions of some code, in order.</summary>
    public IReadOnlyList<CodeEdit> InsertedInto(CodeFragment code)
    {
        var functions = new Dictionary<FunctionBody, ComponentUse>();
        JsxWalk.Visit(code, element =>
        {
            if (element is not { Name: { } name, Function: { } function })
            {
                return;
            }

            if (!functions.TryGetValue(function, out var components))
            {
                functions.Add(function, components = new(defined));
            }

            components.AddName(name, element.IsBound, isInFunction: true, element.Start, element.End);
        });

        var edits = new List<CodeEdit>();
        foreach (var function in functions.Keys.OrderBy(static function => function.Start))
        {
            var components = functions[function];
            if (components.Names.Count > 0)
            {
                HasChecks = true;
                Add(edits, function, Lookup(components));
            }
        }

        return edits;
    }

    private static void Add(List<CodeEdit> edits, FunctionBody function, string lookup)
    {
        if (function.IsExpression)
        {
            edits.Add(new(function.Start, function.Start, $"{{\n{lookup}  return "));
            edits.Add(new(function.End, function.End, ";\n}"));
        }
        else
        {
            edits.Add(new(function.Start + 1, function.Start + 1, "\n" + lookup));
        }
    }

    private string Lookup(ComponentUse components)
    {
        using var script = new ScriptText(256);
        var lookup = new ComponentLookup(script, hasProvider: true);
        lookup.WriteProvided(components);
        lookup.WriteChecks(components, positions);
        return script.ToString();
    }
}

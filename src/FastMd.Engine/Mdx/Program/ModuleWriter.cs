using System.Globalization;
using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes import and export statements. A default export is the document's layout, not its own export.</summary>
/// <param name="script">What is written to.</param>
/// <param name="code">Writes code.</param>
/// <param name="rewriting">What statements become in the body of a function; null in a module.</param>
/// <param name="exported">Names that are exported anyway.</param>
/// <param name="provided">Where functions take components from; null where there is no provider.</param>
internal sealed class ModuleWriter(
    ScriptText script, ElementWriter code, CodeRewriting? rewriting, IEnumerable<string> exported, ProvidedComponents? provided)
{
    private readonly List<Export> _exported = [.. exported.Select(static name => new Export(name, name))];
    private string? _laterLayout;
    private int _wholeModules;

    /// <summary>Whether one of the statements is the layout.</summary>
    public bool HasLayout { get; private set; }

    public void Write(IReadOnlyList<EsmStatement> statements)
    {
        foreach (var statement in statements)
        {
            code.Inserted = provided?.InsertedInto(statement.Code) ?? [];
            Write(statement);
            script.Append('\n');
        }

        code.Inserted = [];
        if (_laterLayout is not null)
        {
            // What it names may be declared after it.
            script.Append("const MDXLayout = ").Append(_laterLayout).Append(";\n");
        }
    }

    /// <summary>Writes what the body of a function returns.</summary>
    /// <param name="end">The end of that body.</param>
    public void WriteReturn(ScriptText end)
    {
        end.Append("return {");
        for (var i = 1; i <= _wholeModules; i++)
        {
            end.Append("..._exportAll").AppendNumber(i).Append(", ");
        }

        foreach (var (outer, local) in _exported)
        {
            if (outer != local)
            {
                end.AppendName(outer).Append(": ");
            }

            end.Append(local).Append(", ");
        }

        end.Append("default: MDXContent};\n");
    }

    private void Write(EsmStatement statement)
    {
        switch (statement.Kind)
        {
            case EsmStatementKind.ExportDefault:
                SetLayout(statement);
                script.Append("const MDXLayout = ");
                code.WriteCode(statement.Declaration!);
                script.Append(';');
                break;
            case EsmStatementKind.ExportDeclaration:
                _exported.AddRange(statement.Declared.Select(static name => new Export(name, name)));
                code.WriteCode(rewriting is null ? statement.Code : statement.Declaration!);
                break;
            case EsmStatementKind.ExportList:
                WriteExportList(statement);
                break;
            case EsmStatementKind.Import or EsmStatementKind.ExportAll when rewriting is null:
                code.WriteCode(statement.Code);
                break;
            case EsmStatementKind.Import:
                WriteImport(statement);
                break;
            default:
                WriteExportAll(statement);
                break;
        }
    }

    private void SetLayout(EsmStatement statement)
    {
        if (HasLayout)
        {
            throw Rejection.Compilation(
                statement.Code.Text, statement.Start, "The document has two layouts, which are its default exports; keep one of them", MdxRules.DuplicateLayout);
        }

        HasLayout = true;
    }

    private void WriteExportList(EsmStatement statement)
    {
        var rest = new List<EsmSpecifier>();
        foreach (var specifier in statement.Specifiers)
        {
            if (specifier.Outer != "default")
            {
                rest.Add(specifier);
                continue;
            }

            SetLayout(statement);
            if (statement.Source is null)
            {
                _laterLayout = specifier.Local;
            }
            else if (rewriting is null)
            {
                script.Append("import {").AppendName(specifier.Local).Append(" as MDXLayout} from ").Append(Source(statement)).Append(";\n");
            }
            else
            {
                script.Append("const {").AppendName(specifier.Local).Append(": MDXLayout} = ");
                rewriting.WriteImport(script, Source(statement));
                script.Append(";\n");
            }
        }

        if (rest.Count == 0 && statement.Specifiers.Count > 0)
        {
            return;
        }

        if (rewriting is null)
        {
            WriteList("export {", rest, " as ");
            if (statement.Source is not null)
            {
                script.Append(" from ").Append(Source(statement));
            }

            script.Append(';');
        }
        else if (statement.Source is null)
        {
            _exported.AddRange(rest.Select(static specifier => new Export(specifier.Outer, specifier.Local)));
        }
        else
        {
            WriteDeconstruction(rest.ConvertAll(specifier => specifier with { Outer = BindExport(specifier.Outer) }), statement);
        }
    }

    private void WriteList(string before, List<EsmSpecifier> specifiers, string separator)
    {
        script.Append(before);
        for (var i = 0; i < specifiers.Count; i++)
        {
            var (outer, local, _, _) = specifiers[i];
            script.Append(i > 0 ? ", " : "").AppendName(local);
            if (outer != local)
            {
                script.Append(separator).AppendName(outer);
            }
        }

        script.Append('}');
    }

    private void WriteImport(EsmStatement statement)
    {
        var whole = statement.Specifiers.FirstOrDefault(static specifier => specifier.Outer == "*");
        var named = statement.Specifiers
            .Where(static specifier => specifier.Outer != "*")
            .Select(static specifier => specifier with { Local = specifier.Outer, Outer = specifier.Local })
            .ToList();
        if (whole is null)
        {
            WriteDeconstruction(named, statement);
            return;
        }

        script.Append("const ").Append(whole.Local).Append(" = ");
        rewriting!.WriteImport(script, Source(statement));
        if (named.Count > 0)
        {
            WriteList(", {", named, ": ");
            script.Append(" = ").Append(whole.Local);
        }

        script.Append(';');
    }

    private void WriteDeconstruction(List<EsmSpecifier> specifiers, EsmStatement statement)
    {
        if (specifiers.Count > 0)
        {
            WriteList("const {", specifiers, ": ");
            script.Append(" = ");
        }

        rewriting!.WriteImport(script, Source(statement));
        script.Append(';');
    }

    private void WriteExportAll(EsmStatement statement)
    {
        if (statement.Specifiers is [var named])
        {
            script.Append("const ").Append(BindExport(named.Outer)).Append(" = ");
        }
        else
        {
            script.Append("const _exportAll").AppendNumber(++_wholeModules).Append(" = ");
        }

        rewriting!.WriteImport(script, Source(statement));
        script.Append(';');
    }

    // What is passed on has no name in the document, and another thing there may have its name.
    private string BindExport(string outer)
    {
        var local = string.Create(CultureInfo.InvariantCulture, $"_export{_exported.Count}");
        _exported.Add(new(outer, local));
        return local;
    }

    private static ReadOnlySpan<char> Source(EsmStatement statement)
        => statement.Code.Text.AsSpan(statement.SourceSpan.Start, statement.SourceSpan.Length);

    // A class: each value type in a chain of queries is compiled for itself.
    private sealed record Export(string Outer, string Local);
}

/// <summary>The layout with the content in it.</summary>
internal static class LayoutElement
{
    private static readonly JsxAttribute[] Props = [new(null) { Code = CodeFragment.Of("props") }];
    private static readonly JsxElement Content = new(JsxName.Parse("_createMdxContent"), Props, []);
    private static readonly JsxElement Layout = new(JsxName.Parse("MDXLayout"), Props, [Content]);

    public static void Write(ElementWriter writer) => writer.Write(Layout, null);
}
